import { absentOn, isAgeRestricted, isRefusalWith, ownMember, UserError } from '@twi/sdk';
import {
  ChannelType,
  GatewayIntentBits,
  type GuildBasedChannel,
  type GuildMember,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type Snowflake,
} from 'discord.js';
import { openAiRefusal } from '../openai/openai-errors.ts';

const { ViewChannel, ReadMessageHistory, Connect, ManageThreads } = PermissionFlagsBits;

/** Which channel is to be read, for whom, and where they ask. */
export interface Reading {
  readonly member: GuildMember;
  readonly channelId: Snowflake;
  /** Where what was read is shown. */
  readonly shownIn: GuildTextBasedChannel | null;
}

/**
 * The channel, if both whoever asks and the bot may read what was written there, and adults' channels are shown to adults
 * alone.
 *
 * @throws {UserError} which says who may not.
 */
export async function readableChannel({
  member,
  channelId,
  shownIn,
}: Reading): Promise<GuildTextBasedChannel> {
  const { guild, client } = member;
  if (!client.options.intents.has(GatewayIntentBits.MessageContent))
    throw new UserError(openAiRefusal('cannot-read-content'));
  const channel = await fetched(member, channelId);
  // It has to be at hand: a thread has the permissions of its channel.
  if (channel.isThread() && channel.parentId) await fetched(member, channel.parentId);
  if (!channel.isTextBased()) throw new UserError(openAiRefusal('not-readable'));
  if (!(await mayRead(member, channel))) throw new UserError(openAiRefusal('may-not-read'));
  if (!(await mayRead(await ownMember(guild), channel)))
    throw new UserError(openAiRefusal('bot-may-not-read'));
  if (isAgeRestricted(channel) && !isAgeRestricted(shownIn))
    throw new UserError(openAiRefusal('age-restricted'));
  return channel;
}

async function fetched({ guild }: GuildMember, id: Snowflake): Promise<GuildBasedChannel> {
  try {
    const channel = await absentOn(guild.channels.fetch(id), RESTJSONErrorCodes.UnknownChannel);
    if (channel) return channel;
  } catch (error) {
    if (isRefusalWith(error, RESTJSONErrorCodes.MissingAccess))
      throw new UserError(openAiRefusal('bot-may-not-read'));
    throw error;
  }
  throw new UserError(openAiRefusal('may-not-read'));
}

/** Whether a member may read what was written in a channel. A private thread is for who is in it, and for who may manage threads. */
export async function mayRead(member: GuildMember, channel: GuildTextBasedChannel): Promise<boolean> {
  const held = channel.permissionsFor(member);
  const needed = ViewChannel | ReadMessageHistory | (channel.isVoiceBased() ? Connect : 0n);
  if (!held.has(needed)) return false;
  if (channel.type !== ChannelType.PrivateThread || held.has(ManageThreads)) return true;
  const joined = channel.members.fetch({ member: member.id, force: true });
  return (await absentOn(joined, RESTJSONErrorCodes.UnknownMember)) !== undefined;
}

/** Whether everybody who sees a channel may also read what was written there before. */
export function isOpenToAllWhoSee(channel: GuildTextBasedChannel): boolean {
  const place = channel.isThread() ? channel.parent : channel;
  if (!place?.guild.roles.everyone.permissions.has(ReadMessageHistory)) return false;
  return place.permissionOverwrites.cache.every(({ deny }) => !deny.has(ReadMessageHistory));
}
