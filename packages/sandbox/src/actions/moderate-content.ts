import {
  AutoModerationActionType as ActionType,
  AutoModerationRuleTriggerType as Trigger,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import type { APIAutoModerationRule } from 'discord-api-types/v10';
import { findForbidden } from '../rules/keyword-match.ts';
import type { KeywordMatch } from '../rules/keyword-match.ts';
import type { ChannelRecord } from '../state/channel.ts';
import { permissionsOf } from '../state/standing.ts';
import type { World } from '../state/world.ts';

const MENTION = /<@[!&]?\d{17,20}>/g;
const EXEMPT = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;

/** What somebody is about to say, and where. */
export interface Utterance {
  readonly channel: ChannelRecord;
  readonly userId: string;
  readonly content: string;
}

/** A rule that a text breaks. */
export interface Violation {
  readonly rule: APIAutoModerationRule;
  /** Absent for rules that look for no words. */
  readonly match?: KeywordMatch;
}

/** Finds the rules that a text breaks; Discord's own word lists and its sense for spam are not known here and find nothing. */
export function violationsOf(world: World, { channel, userId, content }: Utterance): Violation[] {
  const guild = world.guildOf(channel);
  const member = guild?.members.get(userId);
  if (!guild?.autoModeration || !member || world.user(userId).bot === true) return [];
  if ((permissionsOf(guild, userId) & EXEMPT) !== 0n) return [];
  const channelIds = [channel.id, channel.parentId ?? ''];
  return [...guild.autoModeration.values()].flatMap((rule) => {
    const isExempt =
      !rule.enabled ||
      rule.exempt_roles.some((id) => member.roleIds.includes(id)) ||
      rule.exempt_channels.some((id) => channelIds.includes(id));
    return isExempt ? [] : (breachOf(rule, content) ?? []);
  });
}

/** Tells whether a violation keeps the message from being sent. */
export function isBlocking({ rule }: Violation): boolean {
  return rule.actions.some(({ type }) => type === ActionType.BlockMessage);
}

function breachOf(rule: APIAutoModerationRule, content: string): Violation | undefined {
  const { trigger_type: trigger, trigger_metadata: metadata } = rule;
  if (trigger === Trigger.Keyword) {
    const match = findForbidden(content, metadata);
    return match && { rule, match };
  }
  if (trigger !== Trigger.MentionSpam) return undefined;
  const mentions = new Set(content.match(MENTION) ?? []);
  return mentions.size > (metadata.mention_total_limit ?? Number.POSITIVE_INFINITY) ? { rule } : undefined;
}
