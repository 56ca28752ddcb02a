import { UserError } from '@twi/sdk';
import {
  DiscordAPIError,
  type GuildMember,
  type Message,
  PermissionFlagsBits,
  type Snowflake,
} from 'discord.js';
import { noSuchMessage } from './report-refusals.ts';

/** Where a message is. */
export interface MessageAddress {
  readonly channelId: Snowflake;
  readonly messageId: Snowflake;
}

const LINK =
  /^<?https?:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(\d{17,20})\/(\d{17,20})\/(\d{17,20})\/?>?$/;

/** The message that a link of this guild leads to. @throws {UserError} `moderation.report-no-message` */
export function parseMessageLink(text: string, guildId: Snowflake): MessageAddress {
  const [, linkedGuildId, channelId, messageId] = LINK.exec(text.trim()) ?? [];
  if (linkedGuildId !== guildId || !channelId || !messageId) throw new UserError(noSuchMessage());
  return { channelId, messageId };
}

/**
 * The message, if the member can see it: nobody learns by reporting whether a message exists elsewhere.
 *
 * @throws {UserError} `moderation.report-no-message`
 */
export async function findReportedMessage(
  member: GuildMember,
  { channelId, messageId }: MessageAddress,
): Promise<Message> {
  const channel = member.guild.channels.cache.get(channelId);
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
  if (!channel?.isTextBased() || !channel.permissionsFor(member).has(needed))
    throw new UserError(noSuchMessage());
  try {
    return await channel.messages.fetch(messageId);
  } catch (error) {
    if (error instanceof DiscordAPIError) throw new UserError(noSuchMessage());
    throw error;
  }
}
