import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { notAMessageHere } from './purge-errors.ts';

const REFERENCE =
  /^(?:https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/\d{17,20}\/(\d{17,20})\/)?(\d{17,20})$/;

/**
 * The id of a message that an option names by id or link.
 *
 * @throws {UserError} `moderation.not-a-message-here` also for a link to another channel
 */
export function parseMessageReference(
  text: string | null,
  option: string,
  channelId: Snowflake,
): Snowflake | undefined {
  if (text === null) return undefined;
  const [, linkedChannelId, messageId] = REFERENCE.exec(text.trim()) ?? [];
  if (!messageId || (linkedChannelId && linkedChannelId !== channelId))
    throw new UserError(notAMessageHere(option, text));
  return messageId;
}
