import { compareSnowflakes } from '../state/snowflake.ts';
import { requireOf } from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

/** The audit log of a guild. */
export const auditLogRoutes: readonly Route[] = [
  { method: 'GET', template: '/guilds/{guild_id}/audit-logs', handle: list },
];

function list(request: RestRequest): object {
  const { world, query } = request;
  const guild = world.guild(request.param('guild_id'));
  requireOf(guild, world.botId, 'ViewAuditLog');
  const { user_id: userId, action_type: actionType, before, after } = query;
  const matching = guild.auditLog
    .filter((entry) => userId === undefined || entry.user_id === userId)
    .filter((entry) => actionType === undefined || String(entry.action_type) === actionType)
    .filter((entry) => before === undefined || compareSnowflakes(entry.id, before) < 0)
    .filter((entry) => after === undefined || compareSnowflakes(entry.id, after) > 0);
  const limit = request.limit(50, 100);
  const entries = after === undefined ? matching.slice(-limit).toReversed() : matching.slice(0, limit);
  const userIds = new Set(entries.flatMap((entry) => [entry.user_id, entry.target_id ?? '']));
  return {
    audit_log_entries: entries,
    users: [...userIds].flatMap((id) => world.state.users.get(id) ?? []),
    application_commands: [],
    auto_moderation_rules: [],
    guild_scheduled_events: [],
    integrations: [],
    threads: [],
    webhooks: [],
  };
}
