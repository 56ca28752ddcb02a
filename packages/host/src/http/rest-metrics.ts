import { type REST, RESTEvents } from 'discord.js';
import { Counter, type Registry } from 'prom-client';

/** Counts the requests that discord.js sends, by method and status class, and the times it had to wait. */
export function countRequests(registry: Registry, rest: Pick<REST, 'on'>): void {
  const requests = new Counter({
    name: 'twi_discord_requests_total',
    help: 'Requests to Discord by method and status.',
    labelNames: ['method', 'status'],
    registers: [registry],
  });
  const rateLimits = new Counter({
    name: 'twi_discord_rate_limits_total',
    help: 'Requests that had to wait for a rate limit of Discord, by its scope.',
    labelNames: ['scope'],
    registers: [registry],
  });
  rest.on(RESTEvents.Response, ({ method }, { status }) => requests.inc({ method, status }));
  rest.on(RESTEvents.RateLimited, ({ global, scope }) =>
    rateLimits.inc({ scope: global ? 'global' : scope }),
  );
}
