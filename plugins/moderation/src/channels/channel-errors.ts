import { formatDuration, type UserError } from '@twi/sdk';
import { channelMention, type Snowflake, userMention } from 'discord.js';

type Refusal = UserError.Options;

export function alreadyLocked(channelId: Snowflake, by: Snowflake | undefined): Refusal {
  return {
    identifier: 'moderation.already-locked',
    message: `${channelMention(channelId)} is locked already${by ? ` by ${userMention(by)}` : ''}.`,
  };
}

export function notLocked(channelId: Snowflake, unlockedBy: Snowflake | null | undefined): Refusal {
  const who = unlockedBy ? `: it was unlocked by ${userMention(unlockedBy)}` : '';
  return {
    identifier: 'moderation.not-locked',
    message: `${channelMention(channelId)} is not locked${who}.`,
  };
}

export function notLockable(option: string): Refusal {
  return {
    identifier: 'moderation.not-lockable',
    message: `\`${option}\` does not take this channel. Give a text, voice, forum or announcement channel.`,
  };
}

export function botLacksInChannel(channelId: Snowflake, permissions: readonly string[]): Refusal {
  return {
    identifier: 'moderation.bot-lacks-in-channel',
    message: `In ${channelMention(channelId)} I need ${permissions.map((name) => `**${name}**`).join(' and ')} for that. Nothing was changed.`,
  };
}

export function channelRefused(channelId: Snowflake, failure: string): Refusal {
  return {
    identifier: 'moderation.channel-refused',
    message: `Could not change ${channelMention(channelId)}: ${failure}`,
  };
}

export function slowmodeChangedSince(channelId: Snowflake, seconds: number): Refusal {
  return {
    identifier: 'moderation.slowmode-changed-since',
    message: `Somebody has changed the slow mode of ${channelMention(channelId)} since; it is now ${slowmodeText(seconds)}.`,
  };
}

export function channelGone(): Refusal {
  return { identifier: 'moderation.channel-gone', message: 'That channel does not exist any more.' };
}

/** A slow mode in words. */
export function slowmodeText(seconds: number): string {
  return seconds === 0 ? 'off' : `one message every ${formatDuration(seconds * 1_000)}`;
}
