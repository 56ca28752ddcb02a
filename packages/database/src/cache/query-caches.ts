import { randomUUID } from 'node:crypto';
import type { DatabaseLogger } from '../logger.ts';
import { PAYLOAD_LIMIT_BYTES, type Notifications } from '../notifications/notifications.ts';
import { QueryCache, type QueryCacheOptions, type QueryCacheStatistics } from './query-cache.ts';

const CHANNEL = 'twi_cache';

interface Invalidation {
  readonly cache: string;
  /** Absent: every key. */
  readonly key?: string;
  readonly origin: string;
}

/** The part of a cache that does not depend on what it holds. */
interface AnyCache {
  drop(key: string | undefined): void;
  stats(): QueryCacheStatistics;
}

/** All query caches of the process, kept in step with those of other processes. */
export class QueryCaches {
  readonly #notifications: Notifications;
  readonly #logger: DatabaseLogger;
  readonly #caches = new Map<string, AnyCache>();
  readonly #origin = randomUUID();

  constructor(notifications: Notifications, logger: DatabaseLogger) {
    this.#notifications = notifications;
    this.#logger = logger;
    notifications.onReset(() => this.#dropAll());
  }

  /** Begins to hear invalidations of other processes. Called once, before the first cache is used. */
  async connect(): Promise<void> {
    await this.#notifications.listen(CHANNEL, (payload) => this.#receive(payload));
  }

  /** @throws {TypeError} when a cache of that name exists. */
  define<Value>(options: QueryCacheOptions<Value>): QueryCache<Value> {
    const { name } = options;
    if (this.#caches.has(name)) throw new TypeError(`A query cache named "${name}" exists already.`);
    const cache = new QueryCache(options, {
      isLive: () => this.#notifications.isConnected,
      announce: (key) => this.#announce(name, key),
      forget: () => void this.#caches.delete(name),
    });
    this.#caches.set(name, cache);
    return cache;
  }

  /** Drops everything that is kept, here and in all other processes. For changes that went past the repositories. */
  async invalidateAll(): Promise<void> {
    this.#dropAll();
    for (const name of this.#caches.keys()) await this.#announce(name, undefined);
  }

  /** The statistics of every cache, for metrics. */
  stats(): QueryCacheStatistics[] {
    return [...this.#caches.values()].map((cache) => cache.stats());
  }

  async #announce(cache: string, key: string | undefined): Promise<void> {
    const whole: Invalidation = { cache, origin: this.#origin };
    const exact = JSON.stringify(key === undefined ? whole : { ...whole, key });
    // A key too long to be sent invalidates its whole cache elsewhere, which is slower and still right.
    const isTooLong = Buffer.byteLength(exact) >= PAYLOAD_LIMIT_BYTES;
    await this.#notifications.notify(CHANNEL, isTooLong ? JSON.stringify(whole) : exact);
  }

  #receive(payload: string): void {
    const message = parseInvalidation(payload);
    if (!message) this.#logger.warn('A cache notification could not be read.', payload);
    else if (message.origin !== this.#origin) this.#caches.get(message.cache)?.drop(message.key);
  }

  #dropAll(): void {
    for (const cache of this.#caches.values()) cache.drop(undefined);
  }
}

/** Anyone who can connect may notify, so the payload is looked at before it is believed. */
function parseInvalidation(payload: string): Invalidation | undefined {
  try {
    const value: unknown = JSON.parse(payload);
    const isMessage = typeof value === 'object' && value !== null && 'cache' in value && 'origin' in value;
    return isMessage ? (value as Invalidation) : undefined; // -- an odd key or name matches no cache
  } catch {
    return undefined;
  }
}
