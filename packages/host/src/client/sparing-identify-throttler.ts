import { setTimeout as sleep } from 'node:timers/promises';
import type { ILogger } from '@sapphire/framework';
import {
  type APIGatewaySessionStartLimit,
  type IIdentifyThrottler,
  SimpleIdentifyThrottler,
  type WebSocketOptions,
} from 'discord.js';

type Build = NonNullable<WebSocketOptions['buildIdentifyThrottler']>;
type Manager = Parameters<Build>[0];

/** What Discord said of the sessions that are left is fresh for so long. */
const FRESH_MS = 60_000;
/** With more than this share left there is no hurry and no need to save. */
const PLENTY = 0.5;

export interface SparingParts {
  /** Who says when a shard may identify otherwise. Default: discord.js, for the shards of this process alone. */
  readonly build?: Build | undefined;
  readonly logger: ILogger;
}

/**
 * Spreads what is left of the sessions that a bot may start in a day over the rest of that day, once half of them are gone:
 * a gateway that ends every session soon would use them up, and Discord then takes the bot's token away
 * (Gateway › Session Start Limit).
 */
export function sparingIdentifyThrottler({ build = simpleThrottler, logger }: SparingParts): Build {
  return async (manager) => new SparingIdentifyThrottler(manager, await build(manager), logger);
}

const simpleThrottler: Build = async (manager) => {
  const { session_start_limit: limit } = await manager.fetchGatewayInformation();
  return new SimpleIdentifyThrottler(limit.max_concurrency);
};

class SparingIdentifyThrottler implements IIdentifyThrottler {
  readonly #manager: Manager;
  readonly #turns: IIdentifyThrottler;
  readonly #logger: ILogger;
  #limit: APIGatewaySessionStartLimit | undefined;
  #askedAt = 0;
  #identifiedAt = 0;

  constructor(manager: Manager, turns: IIdentifyThrottler, logger: ILogger) {
    this.#manager = manager;
    this.#turns = turns;
    this.#logger = logger;
  }

  async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    const left = await this.#left();
    const since = left && left.remaining <= 0 ? this.#askedAt : this.#identifiedAt;
    const waitMs = since + spacing(left) - Date.now();
    if (waitMs > 0) {
      this.#logger.warn(
        `Shard ${shardId} waits ${Math.ceil(waitMs / 1_000)} s before it identifies: few sessions are left for today.`,
      );
      await sleep(waitMs, undefined, { signal });
    }
    await this.#turns.waitForIdentify(shardId, signal);
    this.#identifiedAt = Date.now();
    if (this.#limit) this.#limit.remaining -= 1;
  }

  /** What is left, as Discord last told, less what was used since. */
  async #left(): Promise<APIGatewaySessionStartLimit | undefined> {
    const isFirst = this.#limit === undefined;
    if (!isFirst && Date.now() - this.#askedAt < FRESH_MS) return this.#limit;
    try {
      // The first shards find what was asked for at the start.
      const { session_start_limit: limit } = await this.#manager.fetchGatewayInformation(!isFirst);
      this.#limit = { ...limit };
      this.#askedAt = Date.now();
    } catch (error) {
      this.#logger.warn('Discord did not tell how many sessions are left.', error);
    }
    return this.#limit;
  }
}

/** How far apart sessions are started, in milliseconds; nothing with plenty of them left. */
function spacing(limit: APIGatewaySessionStartLimit | undefined): number {
  if (!limit) return 0;
  const { remaining, total, reset_after: resetAfterMs } = limit;
  if (remaining > total * PLENTY) return 0;
  return resetAfterMs / Math.max(remaining, 1);
}
