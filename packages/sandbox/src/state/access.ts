import { PermissionFlagsBits } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import { canActOn, canManageRole } from '../rules/permissions.ts';
import type { ChannelRecord } from './channel.ts';
import type { GuildRecord } from './guild.ts';
import type { RoleRecord } from './role.ts';
import { canSee, memberOf, permissionsIn, permissionsOf } from './standing.ts';
import { unknown } from './unknown.ts';
import type { World } from './world.ts';

/** A permission by the name that Discord gives it. */
export type PermissionName = keyof typeof PermissionFlagsBits;

/** Makes the 403 for a permission or a rank that is missing. */
export function missingPermissions(): DiscordError {
  return new DiscordError(403, 50_013, 'Missing Permissions');
}

/** Finds a channel that a user sees. @throws DiscordError 10003, or 50001 where they do not see it */
export function visibleChannel(world: World, id: string, userId: string = world.botId): ChannelRecord {
  const channel = world.channel(id);
  if (!canSee(world, channel, userId)) throw new DiscordError(403, 50_001, 'Missing Access');
  return channel;
}

/** Finds a channel of a guild. @throws DiscordError also 50024 for a direct conversation */
export function guildChannel(world: World, id: string): { channel: ChannelRecord; guild: GuildRecord } {
  const channel = visibleChannel(world, id);
  const guild = world.guildOf(channel);
  if (!guild) throw new DiscordError(403, 50_024, 'Cannot execute action on this channel type');
  return { channel, guild };
}

/** @throws DiscordError 50013 unless the user has all of the permissions in the channel */
export function requireIn(
  world: World,
  channel: ChannelRecord,
  names: readonly PermissionName[],
  userId: string = world.botId,
): void {
  if (channel.guildId === undefined) return;
  demand(permissionsIn(world, channel, userId), names);
}

/** @throws DiscordError 50013 unless the user has all of the permissions in the guild */
export function requireOf(guild: GuildRecord, userId: string, ...names: readonly PermissionName[]): void {
  demand(permissionsOf(guild, userId), names);
}

/** @throws DiscordError 50013 unless the user may make emojis and stickers, or manage one that `creatorId` made */
export function requireExpressionRights(
  guild: GuildRecord,
  userId: string,
  creatorId: string = userId,
): void {
  const permissions = permissionsOf(guild, userId);
  const { CreateGuildExpressions, ManageGuildExpressions } = PermissionFlagsBits;
  const sufficient = ManageGuildExpressions | (creatorId === userId ? CreateGuildExpressions : 0n);
  if ((permissions & sufficient) === 0n) throw missingPermissions();
}

/** @throws DiscordError 50013 unless the actor ranks above the target */
export function requireRankAbove(guild: GuildRecord, actorId: string, targetId: string): void {
  const target = guild.members.get(targetId);
  if (target && !canActOn(guild, memberOf(guild, actorId), target)) throw missingPermissions();
}

/** Finds a role. @throws DiscordError 10011 */
export function roleOf(guild: GuildRecord, roleId: string): RoleRecord {
  const role = guild.roles.get(roleId);
  if (!role) throw unknown('role');
  return role;
}

/** @throws DiscordError 50013 unless the actor ranks above the role */
export function requireRankAboveRole(guild: GuildRecord, actorId: string, role: RoleRecord): void {
  if (!canManageRole(guild, memberOf(guild, actorId), role)) throw missingPermissions();
}

function demand(permissions: bigint, names: readonly PermissionName[]): void {
  for (const name of names) if ((permissions & PermissionFlagsBits[name]) === 0n) throw missingPermissions();
}
