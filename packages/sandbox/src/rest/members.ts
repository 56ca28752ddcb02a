import type {
  RESTPatchAPICurrentGuildMemberJSONBody,
  RESTPatchAPIGuildMemberJSONBody,
} from 'discord-api-types/v10';
import { moveMember } from '../actions/move-member.ts';
import { editMember, removeMember } from '../actions/members.ts';
import type { MemberChanges } from '../actions/members.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderMember } from '../state/member.ts';
import type { MemberRecord } from '../state/member.ts';
import { compareSnowflakes } from '../state/snowflake.ts';
import { memberOf, permissionsOf } from '../state/standing.ts';
import {
  missingPermissions,
  requireOf,
  requireRankAbove,
  requireRankAboveRole,
  roleOf,
} from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import { requireInVoice, requireMayMove } from './voice-moves.ts';
import type { Route } from './route.ts';

const MEMBERS = '/guilds/{guild_id}/members';
const MEMBER = `${MEMBERS}/{user_id}`;
const ROLE = `${MEMBER}/roles/{role_id}`;
const ADMINISTRATOR = 8n;

/** Members of a guild. */
export const memberRoutes: readonly Route[] = [
  { method: 'GET', template: MEMBERS, handle: list },
  { method: 'GET', template: `${MEMBERS}/search`, handle: search },
  { method: 'PATCH', template: `${MEMBERS}/@me`, handle: editSelf },
  { method: 'GET', template: MEMBER, handle: get },
  { method: 'PATCH', template: MEMBER, handle: edit },
  { method: 'DELETE', template: MEMBER, handle: kick },
  { method: 'PUT', template: ROLE, handle: addRole },
  { method: 'DELETE', template: ROLE, handle: removeRole },
];

function list(request: RestRequest): object[] {
  const after = request.query['after'] ?? '0';
  return Array.from(guildOf(request).members.values())
    .filter((member) => compareSnowflakes(member.userId, after) > 0)
    .toSorted((left, right) => compareSnowflakes(left.userId, right.userId))
    .slice(0, request.limit(1, 1_000))
    .map((member) => shown(request, member));
}

function search(request: RestRequest): object[] {
  const prefix = (request.query['query'] ?? '').toLowerCase();
  return Array.from(guildOf(request).members.values())
    .filter(({ userId, nick = '' }) =>
      [request.world.user(userId).username, nick].some((name) => name.toLowerCase().startsWith(prefix)),
    )
    .slice(0, request.limit(1, 1_000))
    .map((member) => shown(request, member));
}

function get(request: RestRequest): object {
  return shown(request, target(request).member);
}

function edit(request: RestRequest): object {
  const { world } = request;
  const { guild, member } = target(request);
  const body = request.json<RESTPatchAPIGuildMemberJSONBody>();
  if (body.nick !== undefined) requireMayRename(world.botId, guild, member);
  if (body.communication_disabled_until !== undefined) requireMayTimeOut(world.botId, guild, member);
  if (body.roles) requireMaySetRoles(world.botId, guild, { before: member.roleIds, after: body.roles });
  if (body.mute !== undefined) requireOf(guild, world.botId, 'MuteMembers');
  if (body.deaf !== undefined) requireOf(guild, world.botId, 'DeafenMembers');
  const isAboutVoice = [body.mute, body.deaf, body.channel_id].some((value) => value !== undefined);
  if (isAboutVoice) requireInVoice(guild, member.userId);
  if (body.channel_id !== undefined) requireMayMove(request, guild, member.userId, body.channel_id);
  editMember(world, guild, request.actor, { member, changes: changesOf(body) });
  if (body.channel_id !== undefined) {
    moveMember(world, guild, request.actor, { userId: member.userId, channelId: body.channel_id });
  }
  return shown(request, member);
}

function editSelf(request: RestRequest): object {
  const { world } = request;
  const guild = guildOf(request);
  const member = memberOf(guild, world.botId);
  const { nick } = request.json<RESTPatchAPICurrentGuildMemberJSONBody>();
  requireOf(guild, world.botId, 'ChangeNickname');
  const changes = nick === undefined ? {} : { nick };
  editMember(world, guild, request.actor, { member, changes });
  return shown(request, member);
}

function kick(request: RestRequest): void {
  const { world } = request;
  const { guild, member } = target(request);
  requireOf(guild, world.botId, 'KickMembers');
  requireRankAbove(guild, world.botId, member.userId);
  removeMember(world, guild, member.userId, request.actor);
}

function addRole(request: RestRequest): void {
  changeRole(request, (ids, roleId) => [...ids, roleId]);
}

function removeRole(request: RestRequest): void {
  changeRole(request, (ids, roleId) => ids.filter((id) => id !== roleId));
}

function changeRole(
  request: RestRequest,
  change: (ids: readonly string[], roleId: string) => readonly string[],
): void {
  const { world } = request;
  const { guild, member } = target(request);
  const role = roleOf(guild, request.param('role_id'));
  requireOf(guild, world.botId, 'ManageRoles');
  requireRankAboveRole(guild, world.botId, role);
  const changes = { roleIds: change(member.roleIds, role.id) };
  editMember(world, guild, request.actor, { member, changes });
}

function changesOf(body: RESTPatchAPIGuildMemberJSONBody): MemberChanges {
  const until = body.communication_disabled_until;
  return {
    ...(body.nick !== undefined && { nick: body.nick }),
    ...(body.roles && { roleIds: body.roles }),
    ...(until !== undefined && { timeoutUntil: until === null ? null : Date.parse(until) }),
    ...(typeof body.mute === 'boolean' && { mute: body.mute }),
    ...(typeof body.deaf === 'boolean' && { deaf: body.deaf }),
  };
}

function requireMayRename(botId: string, guild: GuildRecord, member: MemberRecord): void {
  if (member.userId === botId) {
    requireOf(guild, botId, 'ChangeNickname');
    return;
  }
  requireOf(guild, botId, 'ManageNicknames');
  requireRankAbove(guild, botId, member.userId);
}

function requireMayTimeOut(botId: string, guild: GuildRecord, member: MemberRecord): void {
  requireOf(guild, botId, 'ModerateMembers');
  requireRankAbove(guild, botId, member.userId);
  const isAdministrator = (permissionsOf(guild, member.userId) & ADMINISTRATOR) !== 0n;
  if (isAdministrator) throw missingPermissions();
}

function requireMaySetRoles(
  botId: string,
  guild: GuildRecord,
  { before, after }: { before: readonly string[]; after: readonly string[] },
): void {
  requireOf(guild, botId, 'ManageRoles');
  const changed = [
    ...before.filter((id) => !after.includes(id)),
    ...after.filter((id) => !before.includes(id)),
  ];
  for (const id of changed) {
    const role = roleOf(guild, id);
    if (role.managed) throw new DiscordError(400, 50_028, 'Invalid Role');
    requireRankAboveRole(guild, botId, role);
  }
}

function guildOf(request: RestRequest): GuildRecord {
  return request.world.guild(request.param('guild_id'));
}

function target(request: RestRequest): { guild: GuildRecord; member: MemberRecord } {
  const guild = guildOf(request);
  const userId = request.world.user(request.param('user_id')).id;
  return { guild, member: memberOf(guild, userId) };
}

function shown({ world }: RestRequest, member: MemberRecord): object {
  return renderMember(member, world.user(member.userId));
}
