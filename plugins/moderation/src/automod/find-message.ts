import {
  type GuildMember,
  type GuildTextBasedChannel,
  type Message,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type Snowflake,
} from 'discord.js';
import { absentOn, UserError } from '@twi/sdk';
import { messageOutOfSight } from './errors.ts';

const LINK =
  /^<?https?:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/(\d{17,20})\/(\d{17,20})\/(\d{17,20})>?$/;
const READ = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.ReadMessageHistory] as const;

/** The message, or `undefined` where it is gone or the bot may not see it. */
export function findMessage(
  channel: GuildTextBasedChannel,
  messageId: Snowflake,
): Promise<Message<true> | undefined> {
  const { UnknownMessage, MissingAccess, MissingPermissions } = RESTJSONErrorCodes;
  return absentOn(channel.messages.fetch(messageId), UnknownMessage, MissingAccess, MissingPermissions);
}

/**
 * The message that a link leads to, if who asks may read it.
 *
 * @throws {UserError} `moderation.message-out-of-sight`, the same whatever the cause, so that it tells nobody what exists.
 */
export async function linkedMessage(link: string, asker: GuildMember): Promise<Message<true>> {
  const [, guildId, channelId = '', messageId = ''] = LINK.exec(link.trim()) ?? [];
  const channel = asker.guild.channels.cache.get(channelId);
  const message =
    guildId === asker.guild.id && channel?.isTextBased() && mayRead(channel, asker)
      ? await findMessage(channel, messageId)
      : undefined;
  if (!message) throw new UserError(messageOutOfSight());
  return message;
}

/** Whether a member, and the bot, may read what was written in a channel. */
export function mayRead(channel: GuildTextBasedChannel, member: GuildMember): boolean {
  const { me } = channel.guild.members;
  return channel.permissionsFor(member).has(READ) && (!me || channel.permissionsFor(me).has(READ));
}
