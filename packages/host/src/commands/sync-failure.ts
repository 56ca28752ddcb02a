import { DiscordAPIError, RateLimitError } from 'discord.js';

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 300_000;
/** Longer waits than this are given back to the reconciler, for discord.js holds up all guilds' requests meanwhile. */
const LONGEST_WAIT = 10_000;

/** What became of a request that failed: tried again later, or not before something changes. */
export type SyncFailure =
  | { readonly again: true; readonly afterMs: number }
  | { readonly again: false; readonly reason: string };

/** Discord's refusals of the request itself are final; rate limits, its own faults and the network's are not. */
export function judgeSyncFailure(error: unknown, attempt: number): SyncFailure {
  if (error instanceof RateLimitError) return { again: true, afterMs: error.retryAfter };
  if (error instanceof DiscordAPIError && error.status < 500) return { again: false, reason: error.message };
  const pause = Math.min(FIRST_PAUSE * 2 ** attempt, LONGEST_PAUSE);
  // Half of it is random, so that a thousand guilds that failed together do not come back together.
  return { again: true, afterMs: pause / 2 + (Math.random() * pause) / 2 };
}

/**
 * For discord.js's `rest.rejectOnRateLimit`: a command request that would have to wait long (the daily limit of
 * creations) fails instead of holding up those of all other guilds, which share its queue.
 */
export function rejectLongCommandLimit({
  route,
  retryAfter,
}: {
  readonly route: string;
  readonly retryAfter: number;
}): boolean {
  return route.endsWith('/commands') && retryAfter > LONGEST_WAIT;
}
