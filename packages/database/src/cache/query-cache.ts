import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { isConnectionLost } from '../connection/connection-lost.ts';

/** How long all who ask share the answer that the database is away: some ask for each message of a busy server. */
const AWAY_MS = 100;

export interface QueryCacheOptions<Value> {
  /** Unique in the process and equal in all processes, such as `moderation.rules`. */
  readonly name: string;
  /** Most entries kept. */
  readonly max: number;
  /** How long an entry lives, in milliseconds; for ever when absent. */
  readonly ttlMs?: number;
  /** Reads the value from the database; `undefined` is a value too and means that there is none. */
  readonly load: (key: string) => Promise<Value>;
}

/** How well a cache works. */
export interface QueryCacheStatistics {
  readonly name: string;
  readonly size: number;
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
}

/** Connects a cache with the caches of the same name in other processes. */
export interface CacheLink {
  /** Whether invalidations of others arrive at present; without them nothing may be kept. */
  readonly isLive: () => boolean;
  /** Tells the others; without a key it means every key. */
  readonly announce: (key: string | undefined) => Promise<void>;
  readonly forget: () => void;
}

/** Values of one kind by key, read once and kept until they are invalidated here or in any other process. */
export class QueryCache<Value> {
  readonly #options: QueryCacheOptions<Value>;
  readonly #link: CacheLink;
  readonly #entries: LRUCache<string, { readonly value: Value }>;
  readonly #loads = new Map<string, Promise<Value>>();
  #hits = 0;
  #misses = 0;
  #evictions = 0;

  constructor(options: QueryCacheOptions<Value>, link: CacheLink) {
    this.#options = options;
    this.#link = link;
    this.#entries = new LRUCache({
      max: options.max,
      ttl: options.ttlMs ?? 0,
      dispose: (_entry, _key, reason) => {
        if (reason === 'evict' || reason === 'expire') this.#evictions += 1;
      },
    });
  }

  /** Gives the kept value, or loads it; callers that ask meanwhile share one load. */
  async get(key: string): Promise<Value> {
    const entry = this.known(key);
    if (entry) return entry.value;
    this.#misses += 1;
    return this.#loads.get(key) ?? this.#load(key);
  }

  /** What {@link get} gives where that is kept, without a promise: for what is asked with every message. */
  known(key: string): { readonly value: Value } | undefined {
    const entry = this.#entries.get(key);
    if (entry) this.#hits += 1;
    return entry;
  }

  /** Gives the kept value without loading it. */
  peek(key: string): Value | undefined {
    return this.#entries.peek(key)?.value;
  }

  /** Forgets a key: here at once, elsewhere when the promise has resolved and the notification arrived. Call it after the write. */
  async invalidate(key: string): Promise<void> {
    this.drop(key);
    await this.#link.announce(key);
  }

  /** Forgets every key, here and elsewhere. */
  async invalidateAll(): Promise<void> {
    this.drop(undefined);
    await this.#link.announce(undefined);
  }

  /** Forgets a key, or every key, in this process only. A load under way is given to its callers but not kept. */
  drop(key: string | undefined): void {
    if (key === undefined) {
      this.#loads.clear();
      this.#entries.clear();
    } else {
      this.#loads.delete(key);
      this.#entries.delete(key);
    }
  }

  stats(): QueryCacheStatistics {
    const { name } = this.#options;
    return {
      name,
      size: this.#entries.size,
      hits: this.#hits,
      misses: this.#misses,
      evictions: this.#evictions,
    };
  }

  /** Ends the cache; its name may be used again. */
  dispose(): void {
    this.drop(undefined);
    this.#link.forget();
  }

  #load(key: string): Promise<Value> {
    const load = this.#options.load(key);
    this.#loads.set(key, load);
    void this.#keep(key, load);
    return load;
  }

  async #keep(key: string, load: Promise<Value>): Promise<void> {
    try {
      const value = await load;
      // Invalidated meanwhile: the value may be older than the write that invalidated it.
      if (this.#loads.get(key) === load && this.#link.isLive()) this.#entries.set(key, { value });
    } catch (error) {
      // The callers of get() receive the error.
      if (isConnectionLost(error)) await sleep(AWAY_MS, undefined, { ref: false });
    } finally {
      if (this.#loads.get(key) === load) this.#loads.delete(key);
    }
  }
}
