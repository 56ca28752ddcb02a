import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

/** How many sessions a bot may still start, and when that many are given anew. */
export interface SessionStarts {
  readonly remaining: number;
  readonly resetAfterMs: number;
}

/** What a bot asks before it connects. */
export function gatewayRoutes(maxConcurrency: number, sessionStarts: () => SessionStarts): readonly Route[] {
  return [
    {
      method: 'GET',
      template: '/gateway',
      handle: ({ world }) => ({ url: urlOf(world.origin) }),
      isPublic: true,
    },
    {
      method: 'GET',
      template: '/gateway/bot',
      handle: (request) => information(request, maxConcurrency, sessionStarts()),
    },
  ];
}

/** Guilds that Discord recommends to put on one shard. */
const GUILDS_PER_SHARD = 1_000;
/** Source: Discord's documentation, "Session Start Limit Object". */
export const DAILY_SESSIONS = 1_000;

function information(
  { world }: RestRequest,
  maxConcurrency: number,
  { remaining, resetAfterMs }: SessionStarts,
): object {
  return {
    url: urlOf(world.origin),
    shards: Math.max(1, Math.ceil(world.state.guilds.size / GUILDS_PER_SHARD)),
    session_start_limit: {
      total: DAILY_SESSIONS,
      remaining,
      reset_after: resetAfterMs,
      max_concurrency: maxConcurrency,
    },
  };
}

function urlOf(origin: string): string {
  return origin.replace('http', 'ws');
}
