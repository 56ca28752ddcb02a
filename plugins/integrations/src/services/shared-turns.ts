import { setTimeout as sleep } from 'node:timers/promises';
import type { PluginDatabase } from '@twi/database';
import type { HostRate } from '@twi/sdk';
import { sql } from 'kysely';
import { BusyError } from './busy-error.ts';

/** Whoever would have to wait longer is told to come back. */
const LONGEST_WAIT_MS = 60_000;

interface SharedTurnsOptions {
  /** What people call it, such as `AO3`. */
  readonly service: string;
  readonly rate: HostRate;
}

/**
 * What a client is extended with to ask a service no more often than it wants, counted over all processes: a token bucket
 * in the database, kept as the time at which it would be full again. Redirects and retries take a turn each.
 */
export function sharedTurns(db: PluginDatabase<'integrations'>, { service, rate }: SharedTurnsOptions) {
  const intervalMs = rate.perMs / rate.requests;
  const burstMs = rate.perMs;
  const interval = sql`${intervalMs} * interval '1 millisecond'`;

  /** @returns for how long to wait, in milliseconds. @throws {BusyError} where that is too long. */
  async function take(): Promise<number> {
    const { rows } = await sql<{ waitMs: number }>`
      insert into integrations.request_turns as turns (service, full_at) values (${service}, now() + ${interval})
      on conflict (service) do update set full_at = greatest(turns.full_at, now()) + ${interval}
        where turns.full_at < now() + ${burstMs + LONGEST_WAIT_MS} * interval '1 millisecond'
      returning (extract(epoch from turns.full_at - now()) * 1000 - ${burstMs}::float8)::float8 as wait_ms
    `.execute(db);
    const [turn] = rows;
    if (!turn) throw new BusyError(service, LONGEST_WAIT_MS);
    return turn.waitMs;
  }

  return {
    hooks: {
      beforeRequest: [
        async ({ signal }: { readonly signal?: AbortSignal | undefined }) => {
          const waitMs = await take();
          if (waitMs > 0) await sleep(waitMs, undefined, signal ? { signal } : {});
        },
      ],
    },
  };
}
