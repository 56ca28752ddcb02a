import { createHash } from 'node:crypto';
import type { RateLimitScope } from './request-faults.ts';
import type { Route } from './route.ts';

/** How many requests of one bucket may be made in a window. */
interface Allowance {
  readonly limit: number;
  readonly windowMs: number;
}

/** Where a request stands after it was counted. */
export interface RateLimitVerdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the request is one too many. */
  readonly refused?: { readonly retryAfterMs: number; readonly scope: RateLimitScope };
}

interface Bucket {
  remaining: number;
  resetsAt: number;
}

const SECOND_MS = 1_000;
const GLOBAL_LIMIT = 50;
/** Above this many buckets those whose window is over are forgotten. */
const MAXIMUM_BUCKETS = 5_000;
const USUAL: Allowance = { limit: 50, windowMs: SECOND_MS };

/** Buckets that bots meet on Discord; Discord publishes no list, its headers are authoritative. */
const ALLOWANCES: Readonly<Record<string, Allowance>> = {
  'POST /channels/{channel_id}/messages': { limit: 5, windowMs: 5_000 },
  'PATCH /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: 5_000 },
  'DELETE /channels/{channel_id}/messages/{message_id}': { limit: 5, windowMs: SECOND_MS },
  'POST /channels/{channel_id}/messages/bulk-delete': { limit: 1, windowMs: SECOND_MS },
  'PUT /channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me': { limit: 1, windowMs: 250 },
  'POST /channels/{channel_id}/typing': { limit: 5, windowMs: 5_000 },
  'PATCH /guilds/{guild_id}/members/{user_id}': { limit: 10, windowMs: 10_000 },
  'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}': { limit: 10, windowMs: 10_000 },
  'DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}': { limit: 10, windowMs: 10_000 },
  'POST /webhooks/{webhook_id}/{webhook_token}': { limit: 5, windowMs: 5_000 },
};

/** A callback can be sent once, so its bucket is born and dies with it. */
const CALLBACK_TEMPLATE = '/interactions/{interaction_id}/{interaction_token}/callback';
const MAJOR_PARAMETER = /^\/(?:channels|guilds)\/\d+|^\/webhooks\/\d+(?:\/[^/]+)?/;

/**
 * Counts requests per route and in all.
 *
 * @see https://docs.discord.com/developers/topics/rate-limits
 */
export class RateLimits {
  readonly #buckets = new Map<string, Bucket>();
  readonly #ids = new Map<Route, string>();
  #global: Bucket = { remaining: GLOBAL_LIMIT, resetsAt: 0 };

  /** Counts a request; `path` comes without the version prefix. */
  count(route: Route, path: string): RateLimitVerdict {
    const now = Date.now();
    const bucketId = this.#idOf(route);
    if (route.template === CALLBACK_TEMPLATE) {
      return { headers: headersOf({ remaining: 4, resetsAt: now + SECOND_MS }, 5, bucketId, now) };
    }
    if (!route.isPublic && !this.#countGlobal(now)) {
      const retryAfterMs = this.#global.resetsAt - now;
      return {
        headers: { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' },
        refused: { retryAfterMs, scope: 'global' },
      };
    }
    const allowance = ALLOWANCES[`${route.method} ${route.template}`] ?? USUAL;
    const bucket = this.#bucket(bucketId + (MAJOR_PARAMETER.exec(path)?.[0] ?? ''), allowance, now);
    if (bucket.remaining > 0) {
      bucket.remaining -= 1;
      return { headers: headersOf(bucket, allowance.limit, bucketId, now) };
    }
    const headers = { ...headersOf(bucket, allowance.limit, bucketId, now), 'X-RateLimit-Scope': 'user' };
    return { headers, refused: { retryAfterMs: bucket.resetsAt - now, scope: 'user' } };
  }

  #idOf(route: Route): string {
    let id = this.#ids.get(route);
    if (id === undefined) {
      id = createHash('md5').update(`${route.method} ${route.template}`).digest('hex');
      this.#ids.set(route, id);
    }
    return id;
  }

  #countGlobal(now: number): boolean {
    if (now >= this.#global.resetsAt) this.#global = { remaining: GLOBAL_LIMIT, resetsAt: now + SECOND_MS };
    if (this.#global.remaining === 0) return false;
    this.#global.remaining -= 1;
    return true;
  }

  #bucket(key: string, allowance: Allowance, now: number): Bucket {
    let bucket = this.#buckets.get(key);
    if (bucket && now < bucket.resetsAt) return bucket;
    if (this.#buckets.size > MAXIMUM_BUCKETS) this.#forgetEnded(now);
    bucket = { remaining: allowance.limit, resetsAt: now + allowance.windowMs };
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #forgetEnded(now: number): void {
    for (const [key, bucket] of this.#buckets) if (now >= bucket.resetsAt) this.#buckets.delete(key);
  }
}

function headersOf(bucket: Bucket, limit: number, bucketId: string, now: number): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(bucket.remaining),
    'X-RateLimit-Reset': (bucket.resetsAt / SECOND_MS).toFixed(3),
    'X-RateLimit-Reset-After': (Math.max(bucket.resetsAt - now, 0) / SECOND_MS).toFixed(3),
    'X-RateLimit-Bucket': bucketId,
  };
}
