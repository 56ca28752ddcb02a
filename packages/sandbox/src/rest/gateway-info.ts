import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

/** What a bot asks before it connects. */
export function gatewayRoutes(maxConcurrency: number): readonly Route[] {
  return [
    {
      method: 'GET',
      template: '/gateway',
      handle: ({ world }) => ({ url: urlOf(world.origin) }),
      isPublic: true,
    },
    { method: 'GET', template: '/gateway/bot', handle: (request) => information(request, maxConcurrency) },
  ];
}

/** Guilds that Discord recommends to put on one shard. */
const GUILDS_PER_SHARD = 1_000;
const DAILY_SESSIONS = 1_000;
const DAY_MS = 86_400_000;

function information({ world }: RestRequest, maxConcurrency: number): object {
  return {
    url: urlOf(world.origin),
    shards: Math.max(1, Math.ceil(world.state.guilds.size / GUILDS_PER_SHARD)),
    session_start_limit: {
      total: DAILY_SESSIONS,
      remaining: DAILY_SESSIONS,
      reset_after: DAY_MS,
      max_concurrency: maxConcurrency,
    },
  };
}

function urlOf(origin: string): string {
  return origin.replace('http', 'ws');
}
