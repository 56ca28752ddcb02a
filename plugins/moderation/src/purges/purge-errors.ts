import type { UserError } from '@twi/sdk';
import { channelMention, inlineCode, type Snowflake } from 'discord.js';

type Refusal = UserError.Options;

export function notAMessageHere(option: string, given: string): Refusal {
  return {
    identifier: 'moderation.not-a-message-here',
    message: `\`${option}\` does not take ${inlineCode(given.slice(0, 100))}. Give the id or the link of a message in this channel.`,
  };
}

export function nothingToPurge(scanned: number): Refusal {
  return {
    identifier: 'moderation.nothing-to-purge',
    message: `${scanned === 0 ? 'There are no such messages here.' : `None of the last ${scanned} messages here fits.`} Pinned messages are never deleted.`,
  };
}

export function cannotPurgeHere(channelId: Snowflake, missing: readonly string[]): Refusal {
  return {
    identifier: 'moderation.cannot-purge-here',
    message: `In ${channelMention(channelId)} I need ${missing.map((name) => `**${name}**`).join(' and ')} for that. Nothing was deleted.`,
  };
}
