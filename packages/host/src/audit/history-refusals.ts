import type { AuditLog } from '@twi/database';
import { quotable, type UserError } from '@twi/sdk';
import { time, TimestampStyles, userMention } from 'discord.js';
import type { ReversalVerb } from './reversal-verb.ts';

type Refusal = UserError.Options;

export function nothingToReverse(verb: ReversalVerb): Refusal {
  const message =
    verb === 'undo'
      ? 'You have done nothing here that could be undone. To undo what somebody else did, pick it with `entry`.'
      : 'You have undone nothing here that could be done again.';
  return { identifier: `core.nothing-to-${verb}`, message };
}

export const noSuchEntry = (typed: string): Refusal => ({
  identifier: 'core.no-such-entry',
  message: `There is no entry “${quotable(typed)}” in the record of this server. \`entry\` takes one of those that are suggested while you type, or the number of one that \`/audit\` shows.`,
});

export const notReversible = ({ id, action, irreversibleBecause }: AuditLog): Refusal => ({
  identifier: 'core.not-reversible',
  message: irreversibleBecause ?? `Entry #${id} (\`${action}\`) is of a kind that cannot be undone.`,
});

export const alreadyUndone = ({ id, reversedBy, reversedAt }: AuditLog): Refusal => ({
  identifier: 'core.already-undone',
  message: `Entry #${id} was already undone${by(reversedBy, reversedAt)}.`,
});

export const notUndone = ({ id }: AuditLog): Refusal => ({
  identifier: 'core.not-undone',
  message: `Entry #${id} was not undone, so there is nothing to do again.`,
});

export const beingReversed = (id: string): Refusal => ({
  identifier: 'core.being-reversed',
  message: `Somebody is undoing or repeating entry #${id} at this moment. Look at \`/audit\` in a while.`,
});

export const pluginGone = ({ id, action }: AuditLog): Refusal => ({
  identifier: 'core.reversal-plugin-gone',
  message: `Entry #${id} is a \`${action}\`, and no plugin that is running knows how to undo or repeat that. It stays in the record.`,
});

export const dataUnreadable = ({ id }: AuditLog, plugin: string): Refusal => ({
  identifier: 'core.reversal-data-unreadable',
  message: `Entry #${id} was recorded by another version of **${plugin}**, which kept too little for undoing or repeating it.`,
});

export const notYours = ({ id }: AuditLog): Refusal => ({
  identifier: 'core.not-yours',
  message: `Entry #${id} was done by somebody else. To undo or repeat that you also need the permission \`core.audit\`.`,
});

function by(userId: string | null, at: Date | null): string {
  const who = userId === null ? '' : ` by ${userMention(userId)}`;
  return at === null ? who : `${who} ${time(at, TimestampStyles.RelativeTime)}`;
}
