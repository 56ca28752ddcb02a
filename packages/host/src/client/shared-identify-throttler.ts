import { setTimeout as sleep } from 'node:timers/promises';
import type { ILogger } from '@sapphire/framework';
import { type DatabaseHandle, IdentifyRepository } from '@twi/database';
import { type IIdentifyThrottler, SimpleIdentifyThrottler, type WebSocketOptions } from 'discord.js';

/**
 * Of the shards that share a rate limit key, one may identify in five seconds
 * (https://docs.discord.com/developers/events/gateway#sharding-max-concurrency). The rest is for the ways of two
 * processes to Discord, which are not equally long.
 */
const SPACING_MS = 5_500;

/** Lets the shards of all processes that share a database identify one after the other. */
class SharedIdentifyThrottler implements IIdentifyThrottler {
  readonly #turns: IdentifyRepository;
  readonly #logger: ILogger;
  readonly #maxConcurrency: number;
  readonly #alone: SimpleIdentifyThrottler;

  constructor(database: DatabaseHandle, logger: ILogger, maxConcurrency: number) {
    this.#turns = new IdentifyRepository(database.db);
    this.#logger = logger;
    this.#maxConcurrency = maxConcurrency;
    this.#alone = new SimpleIdentifyThrottler(maxConcurrency);
  }

  async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    try {
      await this.#takeTurn(shardId % this.#maxConcurrency, signal);
    } catch (error) {
      if (signal.aborted) throw error;
      // A bot without its database still wants to be there; at worst Discord refuses, and it tries again.
      this.#logger.warn(`Shard ${shardId} identifies without waiting for other processes.`, error);
      await this.#alone.waitForIdentify(shardId, signal);
    }
  }

  async #takeTurn(key: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const waitMs = await this.#turns.take(key, SPACING_MS);
      signal.throwIfAborted();
      if (waitMs === undefined) return;
      await sleep(waitMs, undefined, { signal });
    }
  }
}

/** Makes what discord.js asks before a shard identifies, for a bot of several processes. */
export function sharedIdentifyThrottler(
  database: DatabaseHandle,
  logger: ILogger,
): NonNullable<WebSocketOptions['buildIdentifyThrottler']> {
  return async (manager) => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    return new SharedIdentifyThrottler(database, logger, limit.max_concurrency);
  };
}
