import { DURATION_FORMAT, type HierarchyProblem, permissionName, type UserError } from '@twi/sdk';
import { type PermissionsString, type Snowflake, userMention } from 'discord.js';
import { quoted } from './automod/rules/problem.ts';

type Refusal = UserError.Options;

/** The most that fits into a case. */
export const MAX_REASON_LENGTH = 1_000;

export function caseNotFound(number: number): Refusal {
  return { identifier: 'moderation.case-not-found', message: `There is no case #${number} in this server.` };
}

/** Why the target of an action is out of the moderator's or the bot's reach. */
export function targetOutOfReach(problem: HierarchyProblem, targetId: Snowflake): Refusal {
  const target = userMention(targetId);
  const messages = {
    self: 'You cannot moderate yourself.',
    bot: `${target} is me. Ask another bot, or do it by hand.`,
    owner: `${target} owns this server, so nobody can moderate them.`,
    'outranks-actor': `${target} holds a role as high as yours or higher, so you cannot moderate them.`,
    'outranks-bot': `${target} holds a role as high as mine or higher. Move my role above it in the server settings and try again.`,
  } as const satisfies Record<HierarchyProblem, string>;
  return { identifier: `moderation.target-${problem}`, message: messages[problem] };
}

export function targetNotMember(targetId: Snowflake): Refusal {
  return {
    identifier: 'moderation.target-not-member',
    message: `${userMention(targetId)} is not a member of this server.`,
  };
}

export function targetIsAdministrator(targetId: Snowflake): Refusal {
  return {
    identifier: 'moderation.target-administrator',
    message: `${userMention(targetId)} is an administrator, and Discord lets nobody time those out.`,
  };
}

export function targetNotTimedOut(targetId: Snowflake): Refusal {
  return {
    identifier: 'moderation.target-not-timed-out',
    message: `${userMention(targetId)} is not timed out.`,
  };
}

export function targetBanned(targetId: Snowflake): Refusal {
  return { identifier: 'moderation.target-banned', message: `${userMention(targetId)} is banned already.` };
}

export function targetNotBanned(targetId: Snowflake): Refusal {
  return { identifier: 'moderation.target-not-banned', message: `${userMention(targetId)} is not banned.` };
}

/** A Discord permission that the bot needs for one of the actions. */
export type NeededPermission = Extract<PermissionsString, 'BanMembers' | 'KickMembers' | 'ModerateMembers'>;

export function botLacksPermission(permission: NeededPermission): Refusal {
  return {
    identifier: 'moderation.bot-lacks-permission',
    message: `I need the permission **${permissionName(permission)}** in this server for that. Nothing was done.`,
  };
}

export function badReason(length: number): Refusal {
  const problem = length === 0 ? 'is empty' : `has ${length} characters`;
  return {
    identifier: 'moderation.bad-reason',
    message: `The reason ${problem}; 1 to ${MAX_REASON_LENGTH} characters are accepted.`,
  };
}

/** @param limits what else is accepted, for example `at most 28 days` */
export function badDuration(given: string, limits: string): Refusal {
  return {
    identifier: 'moderation.bad-duration',
    message: `\`duration\` does not take ${quoted(given)}. Give ${DURATION_FORMAT}, ${limits}.`,
  };
}

/** Discord was asked and gave no answer, so nobody knows yet. */
export function actionUnanswered(
  verb: string,
  { targetId, number }: { readonly targetId: Snowflake; readonly number: number },
): Refusal {
  return {
    identifier: 'moderation.action-unanswered',
    message: `Discord did not answer when I asked it to ${verb} ${userMention(targetId)}. I will find out what became of it within minutes; see case #${number}.`,
  };
}

/** Discord refused after the case was opened. */
export function actionFailed({
  verb,
  targetId,
  number,
  failure,
  wasTold,
}: {
  readonly verb: string;
  readonly targetId: Snowflake;
  readonly number: number;
  readonly failure: string;
  readonly wasTold: boolean;
}): Refusal {
  const told = wasTold ? ' They had already been told by message.' : '';
  return {
    identifier: 'moderation.action-failed',
    message: `Could not ${verb} ${userMention(targetId)}: ${failure} Case #${number} records the attempt as failed.${told}`,
  };
}

export function commandWithoutCooldown(given: string): Refusal {
  return {
    identifier: 'moderation.command-without-cooldown',
    message: `\`command\` does not take ${quoted(given)}. Give the name of a command that has a cooldown, as the suggestions show them.`,
  };
}
