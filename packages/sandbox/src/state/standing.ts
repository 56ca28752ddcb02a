import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { basePermissions, channelPermissions } from '../rules/permissions.ts';
import type { ChannelRecord } from './channel.ts';
import type { GuildRecord } from './guild.ts';
import type { MemberRecord } from './member.ts';
import { unknown } from './unknown.ts';
import type { World } from './world.ts';

/** What both sides may do in a direct conversation, where no roles exist. */
const DIRECT_PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.AddReactions |
  PermissionFlagsBits.UseExternalEmojis |
  PermissionFlagsBits.UseApplicationCommands;

/** Finds a member of a guild. @throws DiscordError 10007 */
export function memberOf(guild: GuildRecord, userId: string): MemberRecord {
  const member = guild.members.get(userId);
  if (!member) throw unknown('member');
  return member;
}

/** Computes what a user may do in a channel; threads take the overwrites of their parent. */
export function permissionsIn(world: World, channel: ChannelRecord, userId: string): bigint {
  if (channel.guildId === undefined) return DIRECT_PERMISSIONS;
  const guild = world.state.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (!guild || !member) return 0n;
  const parent =
    channel.thread && channel.parentId !== null ? world.state.channels.get(channel.parentId) : undefined;
  const { overwrites } = parent ?? channel;
  return channelPermissions(guild, member, { type: channel.type, overwrites: overwrites.values() });
}

/** Computes what a user may do in a guild apart from any channel. */
export function permissionsOf(guild: GuildRecord, userId: string): bigint {
  const member = guild.members.get(userId);
  return member ? basePermissions(guild, member) : 0n;
}

/** Tells whether a user sees a channel, private threads included. */
export function canSee(world: World, channel: ChannelRecord, userId: string): boolean {
  const permissions = permissionsIn(world, channel, userId);
  if ((permissions & PermissionFlagsBits.ViewChannel) === 0n) return false;
  const isPrivateThread = channel.thread !== undefined && channel.type === ChannelType.PrivateThread;
  if (!isPrivateThread || channel.thread.members.has(userId)) return true;
  return (permissions & PermissionFlagsBits.ManageThreads) !== 0n;
}
