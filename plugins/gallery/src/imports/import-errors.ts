import { quotable, type UserError } from '@twi/sdk';
import { channelMention, type Snowflake, userMention } from 'discord.js';

type Refusal = UserError.Options;

export function importNotFound(): Refusal {
  return refusal('import-not-found', 'That import is not there any more.');
}

export function importRuns(channelId: Snowflake, isPaused: boolean, startedBy: Snowflake | null): Refusal {
  const who = startedBy === null ? '' : ` by ${userMention(startedBy)}`;
  return refusal(
    'import-runs',
    `${channelMention(channelId)} is being imported already: that was begun${who}${isPaused ? ' and is paused' : ''}. \`/gallery-admin progress\` shows it.`,
  );
}

/** Somebody else clicked first, or it ended meanwhile. */
export function importIs(state: string): Refusal {
  return refusal('import-state', `That cannot be done any more: the import is ${state}.`);
}

export function badAfter(given: string): Refusal {
  return refusal(
    'bad-after',
    `\`after\` does not take \`${quotable(given).replaceAll('`', '´')}\`. Give a day such as \`2024-01-31\`, or the id or the link of a message.`,
  );
}

export function afterInFuture(given: string): Refusal {
  return refusal(
    'bad-after',
    `\`after\` is \`${quotable(given).replaceAll('`', '´')}\`, and nothing was posted after that.`,
  );
}

export function cannotImport(channelId: Snowflake, missing: readonly string[]): Refusal {
  return refusal(
    'cannot-import',
    `In ${channelMention(channelId)} I need ${missing.map((name) => `**${name}**`).join(' and ')} to read old posts.`,
  );
}

/** Discord leaves out what messages say unless the operator has switched that on. */
export function cannotReadContent(): Refusal {
  return refusal(
    'cannot-read-content',
    'I am not allowed to read what messages say. Whoever runs this bot has to switch on the message content intent.',
  );
}

export function mayNotSeeImport(): Refusal {
  return refusal(
    'may-not-see-import',
    'You cannot see the channel that was imported, nor what was found in it.',
  );
}

export function entryNotFound(): Refusal {
  return refusal('entry-not-found', 'That post is not there any more.');
}

export function alreadyDecided(what: string, decidedBy: Snowflake | null): Refusal {
  return refusal(
    'already-decided',
    `That post was ${what} already${decidedBy === null ? '' : ` by ${userMention(decidedBy)}`}.`,
  );
}

export function sourceGone(): Refusal {
  return refusal('source-gone', 'The post was deleted, so there is nothing to accept. Skip it.');
}

export function titleMissing(): Refusal {
  return refusal('title-missing', 'It has no title yet. Press **Edit** and give it one.');
}

export function duplicateOf(number: number): Refusal {
  return refusal('import-duplicate', `The gallery has this as item #${number} already. Skip it.`);
}

function refusal(kind: string, message: string): Refusal {
  return { identifier: `gallery.${kind}`, message };
}
