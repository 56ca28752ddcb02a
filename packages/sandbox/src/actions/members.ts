import { AuditLogEvent } from 'discord-api-types/v10';
import type { GuildRecord } from '../state/guild.ts';
import { renderMember, renderMemberOnly } from '../state/member.ts';
import type { MemberRecord } from '../state/member.ts';
import { renderRole } from '../state/role.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { spendInvite } from './invites.ts';
import { announceVoice, leaveVoice } from './voice.ts';

/** What can be changed of a member; null removes. */
export interface MemberChanges {
  readonly nick?: string | null;
  readonly roleIds?: readonly string[];
  /** Unix milliseconds. */
  readonly timeoutUntil?: number | null;
  readonly mute?: boolean;
  readonly deaf?: boolean;
}

/** How somebody joins. */
export interface JoinOptions {
  readonly roleIds?: readonly string[];
  readonly joinedAt?: string;
  /** Code of the invite they used; its uses are counted. */
  readonly invite?: string;
}

/** Lets a user join a guild. @throws DiscordError 10006 for an invite that is not good */
export function joinGuild(
  world: World,
  guild: GuildRecord,
  userId: string,
  options: JoinOptions = {},
): MemberRecord {
  const known = guild.members.get(userId);
  if (known) return known;
  if (options.invite !== undefined) spendInvite(world, guild, options.invite);
  const member: MemberRecord = {
    userId,
    roleIds: [...(options.roleIds ?? [])],
    joinedAt: options.joinedAt ?? new Date().toISOString(),
  };
  guild.members.set(userId, member);
  world.emit(
    'GUILD_MEMBER_ADD',
    () => ({ guild_id: guild.id, ...renderMember(member, world.user(userId)) }),
    guild.id,
  );
  return member;
}

/** Takes a member out of a guild: they left, or were kicked (`kickedBy`). */
export function removeMember(world: World, guild: GuildRecord, userId: string, kickedBy?: Actor): void {
  if (!guild.members.delete(userId)) return;
  leaveVoice(world, guild, userId);
  world.emit('GUILD_MEMBER_REMOVE', { guild_id: guild.id, user: world.user(userId) }, guild.id);
  if (kickedBy) writeAuditLog(world, guild, kickedBy, { type: AuditLogEvent.MemberKick, targetId: userId });
}

/** Changes a member; role changes and other changes are separate lines of the audit log, as on Discord. */
export function editMember(
  world: World,
  guild: GuildRecord,
  actor: Actor | undefined,
  { member, changes }: { member: MemberRecord; changes: MemberChanges },
): void {
  const before = auditView(member);
  const rolesBefore = member.roleIds;
  apply(member, changes);
  const fieldChanges = changesBetween(before, auditView(member));
  const roleChanges = roleChangesBetween(guild, rolesBefore, member.roleIds);
  if (fieldChanges.length + roleChanges.length === 0) return;
  world.emit(
    'GUILD_MEMBER_UPDATE',
    { guild_id: guild.id, ...renderMember(member, world.user(member.userId)) },
    guild.id,
  );
  const targetId = member.userId;
  if (changes.mute !== undefined || changes.deaf !== undefined) {
    announceVoice(world, guild, guild.voiceStates?.get(targetId));
  }
  if (fieldChanges.length > 0) {
    writeAuditLog(world, guild, actor, { type: AuditLogEvent.MemberUpdate, targetId, changes: fieldChanges });
  }
  if (roleChanges.length > 0) {
    writeAuditLog(world, guild, actor, {
      type: AuditLogEvent.MemberRoleUpdate,
      targetId,
      changes: roleChanges,
    });
  }
}

/** Bans a user, member or not; an existing ban keeps its reason. */
export function ban(world: World, guild: GuildRecord, actor: Actor, userId: string): void {
  if (guild.bans.has(userId)) return;
  const user = world.user(userId);
  guild.bans.set(userId, actor.reason ?? null);
  removeMember(world, guild, userId);
  world.emit('GUILD_BAN_ADD', { guild_id: guild.id, user }, guild.id);
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.MemberBanAdd, targetId: userId });
}

/** Lifts a ban. */
export function unban(world: World, guild: GuildRecord, actor: Actor, userId: string): void {
  if (!guild.bans.delete(userId)) return;
  world.emit('GUILD_BAN_REMOVE', { guild_id: guild.id, user: world.user(userId) }, guild.id);
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.MemberBanRemove, targetId: userId });
}

function apply(member: MemberRecord, changes: MemberChanges): void {
  if (changes.nick === null || changes.nick === '') delete member.nick;
  else if (changes.nick !== undefined) member.nick = changes.nick;
  if (changes.timeoutUntil === null) delete member.timeoutUntil;
  else if (changes.timeoutUntil !== undefined) member.timeoutUntil = changes.timeoutUntil;
  if (changes.roleIds) member.roleIds = [...new Set(changes.roleIds)];
  if (changes.mute !== undefined) member.mute = changes.mute;
  if (changes.deaf !== undefined) member.deaf = changes.deaf;
}

function auditView(member: MemberRecord): Record<string, unknown> {
  const { nick, communication_disabled_until, mute, deaf } = renderMemberOnly(member);
  return { nick, communication_disabled_until, mute, deaf };
}

function roleChangesBetween(guild: GuildRecord, before: readonly string[], after: readonly string[]) {
  const named = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const role = guild.roles.get(id);
      return role ? [{ id, name: renderRole(role).name }] : [];
    });
  const added = named(after.filter((id) => !before.includes(id)));
  const removed = named(before.filter((id) => !after.includes(id)));
  return [
    ...(added.length > 0 ? [{ key: '$add', new: added }] : []),
    ...(removed.length > 0 ? [{ key: '$remove', new: removed }] : []),
  ];
}
