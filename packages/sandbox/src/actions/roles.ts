import { AuditLogEvent } from 'discord-api-types/v10';
import type { GuildRecord } from '../state/guild.ts';
import { renderMember } from '../state/member.ts';
import { renderRole } from '../state/role.ts';
import type { RoleRecord } from '../state/role.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';

/** The fields of a role that can be set. */
export type RoleFields = Partial<Omit<RoleRecord, 'id' | 'position' | 'managed' | 'botId'>>;

/** Creates a role at the bottom of the hierarchy, as Discord does, or at `position`. */
export function createRole(
  world: World,
  guild: GuildRecord,
  actor: Actor | undefined,
  options: { fields: RoleFields; position?: number; botId?: string },
): RoleRecord {
  const role: RoleRecord = {
    id: world.ids.next(),
    name: 'new role',
    permissions: guild.roles.get(guild.id)?.permissions ?? 0n,
    color: 0,
    hoist: false,
    mentionable: false,
    ...options.fields,
    position: 1,
    managed: options.botId !== undefined,
    ...(options.botId !== undefined && { botId: options.botId }),
  };
  const others = ordered(guild);
  guild.roles.set(role.id, role);
  const place = Math.min(Math.max(options.position ?? 1, 1), others.length);
  const moved = renumber([...others.slice(0, place), role, ...others.slice(place)]);
  world.emit('GUILD_ROLE_CREATE', { guild_id: guild.id, role: renderRole(role) }, guild.id);
  for (const other of moved) if (other !== role) announceRole(world, guild, other);
  writeAuditLog(world, guild, actor, {
    type: AuditLogEvent.RoleCreate,
    targetId: role.id,
    changes: changesBetween({}, auditView(role)),
  });
  return role;
}

/** Changes fields of a role. */
export function editRole(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { role, fields }: { role: RoleRecord; fields: RoleFields },
): void {
  const before = auditView(role);
  Object.assign(role, fields);
  announceRole(world, guild, role);
  const changes = changesBetween(before, auditView(role));
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.RoleUpdate, targetId: role.id, changes });
}

/** Moves roles to new positions; the others make room. */
export function moveRoles(
  world: World,
  guild: GuildRecord,
  positions: readonly { id: string; position?: number | null | undefined }[],
): void {
  const wanted = new Map(positions.map(({ id, position }) => [id, position]));
  const rank = (role: RoleRecord) => wanted.get(role.id) ?? role.position;
  const movedFirst = (role: RoleRecord) => (wanted.has(role.id) && rank(role) > role.position ? 1 : 0);
  const sorted = ordered(guild).toSorted(
    (left, right) => rank(left) - rank(right) || movedFirst(left) - movedFirst(right),
  );
  const everyone = sorted.filter((role) => role.id === guild.id);
  for (const role of renumber([...everyone, ...sorted.filter((other) => other.id !== guild.id)])) {
    announceRole(world, guild, role);
  }
}

/** Deletes a role and takes it from all members. */
export function deleteRole(world: World, guild: GuildRecord, actor: Actor, role: RoleRecord): void {
  guild.roles.delete(role.id);
  for (const member of guild.members.values()) {
    if (!member.roleIds.includes(role.id)) continue;
    member.roleIds = member.roleIds.filter((id) => id !== role.id);
    world.emit(
      'GUILD_MEMBER_UPDATE',
      { guild_id: guild.id, ...renderMember(member, world.user(member.userId)) },
      guild.id,
    );
  }
  renumber(ordered(guild));
  world.emit('GUILD_ROLE_DELETE', { guild_id: guild.id, role_id: role.id }, guild.id);
  const changes = Object.entries(auditView(role)).map(([key, old]) => ({ key, old }));
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.RoleDelete, targetId: role.id, changes });
}

function announceRole(world: World, guild: GuildRecord, role: RoleRecord): void {
  world.emit('GUILD_ROLE_UPDATE', { guild_id: guild.id, role: renderRole(role) }, guild.id);
}

function ordered(guild: GuildRecord): RoleRecord[] {
  return [...guild.roles.values()].toSorted((left, right) => left.position - right.position);
}

/** Numbers roles from the bottom and returns those that moved. */
function renumber(roles: readonly RoleRecord[]): RoleRecord[] {
  return roles.filter((role, position) => {
    const isMoved = role.position !== position;
    role.position = position;
    return isMoved;
  });
}

function auditView({ name, permissions, color, hoist, mentionable }: RoleRecord): Record<string, unknown> {
  return { name, permissions: permissions.toString(), color, hoist, mentionable };
}
