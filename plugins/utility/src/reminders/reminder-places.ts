import { absentOn, ownMember } from '@twi/sdk';
import {
  ChannelType,
  type DMChannel,
  type Guild,
  type GuildMember,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Reminder } from '../database/reminder-repository.ts';

/** Somewhere a person can be reminded. */
export interface ReminderPlace {
  readonly kind: 'channel' | 'dm';
  readonly guild: Guild;
  /** Opens it; a direct message may be refused. */
  open(): Promise<GuildTextBasedChannel | DMChannel>;
}

/**
 * Where somebody can be reminded, the best place first. A channel is one only while both they and the bot can use it: what
 * they asked for there is not shown where they cannot read it.
 */
export async function placesOf(
  { userId, channelId }: Pick<Reminder, 'userId' | 'channelId'>,
  guild: Guild,
  preferred: 'channel' | 'dm',
): Promise<ReminderPlace[]> {
  const dm: ReminderPlace = { kind: 'dm', guild, open: () => guild.client.users.createDM(userId) };
  const member = await absentOn(
    guild.members.fetch(userId),
    RESTJSONErrorCodes.UnknownMember,
    RESTJSONErrorCodes.UnknownUser,
  );
  const channel = member && (await usableChannel(member, channelId));
  if (!channel) return [dm];
  const here: ReminderPlace = { kind: 'channel', guild, open: () => Promise.resolve(channel) };
  return preferred === 'dm' ? [dm, here] : [here, dm];
}

async function usableChannel(
  member: GuildMember,
  channelId: string,
): Promise<GuildTextBasedChannel | undefined> {
  const { guild } = member;
  const channel = await absentOn(
    guild.channels.fetch(channelId),
    RESTJSONErrorCodes.UnknownChannel,
    RESTJSONErrorCodes.MissingAccess,
  );
  if (!channel?.isTextBased()) return undefined;
  // A thread has the permissions of its channel, which has to be at hand.
  if (channel.isThread() && channel.parentId) await guild.channels.fetch(channel.parentId);
  const bot = await ownMember(guild);
  const send = channel.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.EmbedLinks | send;
  const isOpen = channel.permissionsFor(bot).has(needed) && (await mayRead(member, channel));
  return isOpen ? channel : undefined;
}

/** A private thread is for who is in it, and for who may manage threads. */
async function mayRead(member: GuildMember, channel: GuildTextBasedChannel): Promise<boolean> {
  const held = channel.permissionsFor(member);
  if (!held.has(PermissionFlagsBits.ViewChannel)) return false;
  if (!channel.isThread() || channel.type !== ChannelType.PrivateThread) return true;
  if (held.has(PermissionFlagsBits.ManageThreads)) return true;
  const joined = await absentOn(channel.members.fetch(member.id), RESTJSONErrorCodes.UnknownMember);
  return joined !== undefined;
}
