import { type GuildMember, type GuildTextBasedChannel, PermissionFlagsBits } from 'discord.js';

/** Whether a member may say something in a channel. */
export function maySay(member: GuildMember, channel: GuildTextBasedChannel): boolean {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return channel.permissionsFor(member).has(channel.isThread() ? SendMessagesInThreads : SendMessages);
}
