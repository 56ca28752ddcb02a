import { AuditLogEvent } from 'discord-api-types/v10';
import { writeAuditLog } from '../actions/audit-log.ts';
import { ban, removeMember, unban } from '../actions/members.ts';
import { purgeMessages } from '../actions/message-changes.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { GuildRecord } from '../state/guild.ts';
import { compareSnowflakes } from '../state/snowflake.ts';
import { memberOf } from '../state/standing.ts';
import { unknown } from '../state/unknown.ts';
import { canActOn } from '../rules/permissions.ts';
import { requireOf, requireRankAbove } from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const BANS = '/guilds/{guild_id}/bans';
const BAN = `${BANS}/{user_id}`;
const PRUNE = '/guilds/{guild_id}/prune';
const SECONDS_PER_DAY = 86_400;

/** Bans, many bans at once, and pruning. */
export const banRoutes: readonly Route[] = [
  { method: 'GET', template: BANS, handle: list },
  { method: 'GET', template: BAN, handle: get },
  { method: 'PUT', template: BAN, handle: put },
  { method: 'DELETE', template: BAN, handle: remove },
  { method: 'POST', template: '/guilds/{guild_id}/bulk-ban', handle: bulkBan },
  { method: 'GET', template: PRUNE, handle: (request) => ({ pruned: prunable(request).length }) },
  { method: 'POST', template: PRUNE, handle: prune },
];

function list(request: RestRequest): object[] {
  const guild = banning(request);
  const { after = '0', before } = request.query;
  return [...guild.bans.keys()]
    .toSorted(compareSnowflakes)
    .filter((id) => compareSnowflakes(id, after) > 0)
    .filter((id) => before === undefined || compareSnowflakes(id, before) < 0)
    .slice(0, request.limit(1_000, 1_000))
    .map((id) => shown(request, guild, id));
}

function get(request: RestRequest): object {
  const guild = banning(request);
  const userId = request.param('user_id');
  if (!guild.bans.has(userId)) throw unknown('ban');
  return shown(request, guild, userId);
}

function put(request: RestRequest): void {
  const { world } = request;
  const guild = banning(request);
  const { id } = world.user(request.param('user_id'));
  requireRankAbove(guild, world.botId, id);
  ban(world, guild, request.actor, id);
  purge(request, guild, id);
}

function remove(request: RestRequest): void {
  const guild = banning(request);
  const userId = request.param('user_id');
  if (!guild.bans.has(userId)) throw unknown('ban');
  unban(request.world, guild, request.actor, userId);
}

function bulkBan(request: RestRequest): object {
  const { world } = request;
  const guild = banning(request);
  requireOf(guild, world.botId, 'ManageGuild');
  const { user_ids: ids } = request.json<{ user_ids: string[] }>();
  const actor = memberOf(guild, world.botId);
  const canBan = (id: string) => {
    const target = guild.members.get(id);
    return world.state.users.has(id) && !guild.bans.has(id) && (!target || canActOn(guild, actor, target));
  };
  const banned = ids.filter(canBan);
  for (const id of banned) {
    ban(world, guild, request.actor, id);
    purge(request, guild, id);
  }
  if (banned.length === 0) throw new DiscordError(400, 500_000, 'Failed to ban users');
  return { banned_users: banned, failed_users: ids.filter((id) => !banned.includes(id)) };
}

/** Deletes what a banned user wrote in the time that the request names. */
function purge(request: RestRequest, guild: GuildRecord, userId: string): void {
  const body = request.json<{ delete_message_seconds?: number; delete_message_days?: number }>();
  const seconds = body.delete_message_seconds ?? (body.delete_message_days ?? 0) * SECONDS_PER_DAY;
  if (seconds > 0) purgeMessages(request.world, guild, { userId, sinceMs: Date.now() - seconds * 1_000 });
}

function prunable(request: RestRequest): string[] {
  const { world } = request;
  const guild = world.guild(request.param('guild_id'));
  requireOf(guild, world.botId, 'KickMembers', 'ManageGuild');
  const days = Number(request.query['days'] ?? request.json<{ days?: number }>().days ?? 7);
  const oldest = Date.now() - days * SECONDS_PER_DAY * 1_000;
  return Array.from(guild.members.values())
    .filter((member) => member.roleIds.length === 0 && member.userId !== guild.ownerId)
    .filter((member) => Date.parse(member.joinedAt) < oldest)
    .map((member) => member.userId);
}

function prune(request: RestRequest): object {
  const guild = request.world.guild(request.param('guild_id'));
  const ids = prunable(request);
  for (const id of ids) removeMember(request.world, guild, id);
  const options = { members_removed: String(ids.length) };
  writeAuditLog(request.world, guild, request.actor, {
    type: AuditLogEvent.MemberPrune,
    targetId: null,
    options,
  });
  return { pruned: ids.length };
}

function banning(request: RestRequest): GuildRecord {
  const guild = request.world.guild(request.param('guild_id'));
  requireOf(guild, request.world.botId, 'BanMembers');
  return guild;
}

function shown(request: RestRequest, guild: GuildRecord, userId: string): object {
  return { reason: guild.bans.get(userId) ?? null, user: request.world.user(userId) };
}
