import { PermissionFlagsBits } from 'discord-api-types/v10';
import type {
  RESTPatchAPIGuildRoleJSONBody,
  RESTPatchAPIGuildRolePositionsJSONBody,
  RESTPostAPIGuildRoleJSONBody,
} from 'discord-api-types/v10';
import { createRole, deleteRole, editRole, moveRoles } from '../actions/roles.ts';
import type { RoleFields } from '../actions/roles.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderRole } from '../state/role.ts';
import { permissionsOf } from '../state/standing.ts';
import { missingPermissions, requireOf, requireRankAboveRole, roleOf } from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const ROLES = '/guilds/{guild_id}/roles';
const ROLE = `${ROLES}/{role_id}`;
const MAXIMUM_ROLES = 250;

/** Roles of a guild. */
export const roleRoutes: readonly Route[] = [
  { method: 'GET', template: ROLES, handle: (request) => shownRoles(guildOf(request)) },
  { method: 'POST', template: ROLES, handle: create },
  { method: 'PATCH', template: ROLES, handle: move },
  { method: 'GET', template: `${ROLES}/member-counts`, handle: memberCounts },
  {
    method: 'GET',
    template: ROLE,
    handle: (request) => renderRole(roleOf(guildOf(request), request.param('role_id'))),
  },
  { method: 'PATCH', template: ROLE, handle: edit },
  { method: 'DELETE', template: ROLE, handle: remove },
];

function create(request: RestRequest): object {
  const { world } = request;
  const guild = manageable(request);
  if (guild.roles.size >= MAXIMUM_ROLES) {
    throw new DiscordError(400, 30_005, `Maximum number of guild roles reached (${MAXIMUM_ROLES})`);
  }
  const fields = fieldsOf(request, guild);
  return renderRole(createRole(world, guild, request.actor, { fields }));
}

function edit(request: RestRequest): object {
  const guild = manageable(request);
  const role = roleOf(guild, request.param('role_id'));
  requireRankAboveRole(guild, request.world.botId, role);
  editRole(request.world, guild, request.actor, { role, fields: fieldsOf(request, guild) });
  return renderRole(role);
}

function remove(request: RestRequest): void {
  const guild = manageable(request);
  const role = roleOf(guild, request.param('role_id'));
  requireRankAboveRole(guild, request.world.botId, role);
  if (role.id === guild.id || role.managed) throw new DiscordError(400, 50_028, 'Invalid Role');
  deleteRole(request.world, guild, request.actor, role);
}

function move(request: RestRequest): object[] {
  const guild = manageable(request);
  const positions = request.json<RESTPatchAPIGuildRolePositionsJSONBody>();
  for (const { id, position } of positions) {
    const role = roleOf(guild, id);
    if (typeof position !== 'number' || position === role.position) continue;
    requireRankAboveRole(guild, request.world.botId, role);
    requireRankAboveRole(guild, request.world.botId, { ...role, position });
  }
  moveRoles(request.world, guild, positions);
  return shownRoles(guild);
}

function memberCounts(request: RestRequest): Record<string, number> {
  const guild = guildOf(request);
  const counts: Record<string, number> = {};
  for (const role of guild.roles.values()) if (role.id !== guild.id) counts[role.id] = 0;
  for (const member of guild.members.values()) {
    for (const id of member.roleIds) counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

/** Reads the fields of a role; nobody gives a permission they lack. */
function fieldsOf(request: RestRequest, guild: GuildRecord): RoleFields {
  const body = request.json<RESTPostAPIGuildRoleJSONBody & RESTPatchAPIGuildRoleJSONBody>();
  const color = body.colors?.primary_color ?? body.color;
  const permissions = typeof body.permissions === 'string' ? BigInt(body.permissions) : undefined;
  const own = permissionsOf(guild, request.world.botId);
  const isAdministrator = (own & PermissionFlagsBits.Administrator) !== 0n;
  if (!isAdministrator && ((permissions ?? 0n) & ~own) !== 0n) throw missingPermissions();
  return {
    ...(typeof body.name === 'string' && { name: body.name }),
    ...(permissions !== undefined && { permissions }),
    ...(typeof color === 'number' && { color }),
    ...(typeof body.hoist === 'boolean' && { hoist: body.hoist }),
    ...(typeof body.mentionable === 'boolean' && { mentionable: body.mentionable }),
  };
}

function manageable(request: RestRequest): GuildRecord {
  const guild = guildOf(request);
  requireOf(guild, request.world.botId, 'ManageRoles');
  return guild;
}

function guildOf(request: RestRequest): GuildRecord {
  return request.world.guild(request.param('guild_id'));
}

function shownRoles(guild: GuildRecord): object[] {
  return Array.from(guild.roles.values(), renderRole);
}
