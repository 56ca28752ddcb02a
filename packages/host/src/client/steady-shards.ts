import { setTimeout as sleep } from 'node:timers/promises';
import { SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import { dispatchPromptly, type EventfulShard, type Manager } from './prompt-events.ts';

/** Whoever is there answers a closing handshake in a round trip. discord.js waits 30 s. */
const CLOSED_WITHIN_MS = 2_000;
/** discord.js waits a minute for HELLO, which is sent at once. */
const HELLO_WITHIN_MS = 15_000;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** A shard of `@discordjs/ws`, with what it keeps to itself. */
interface Shard extends EventfulShard {
  readonly connection: { terminate(): void } | null;
  on(event: 'ready' | 'resumed', listener: () => void): void;
  destroy(options?: object): Promise<void>;
  internalConnect(): Promise<void>;
}

/**
 * Makes what connects the shards: as discord.js does, but a connection that nobody is behind any more is given up soon, and
 * a gateway that cannot be reached is tried ever more seldom, up to every half minute.
 */
export const steadyStrategy: NonNullable<WebSocketOptions['buildStrategy']> = (manager) => {
  manager.options.helloTimeout = HELLO_WITHIN_MS;
  return new SteadyStrategy(manager);
};

class SteadyStrategy extends SimpleShardingStrategy {
  readonly #manager: Manager;

  constructor(manager: Manager) {
    super(manager);
    this.#manager = manager;
  }

  override async spawn(shardIds: number[]): Promise<void> {
    await super.spawn(shardIds);
    const { shards } = this as unknown as { readonly shards: ReadonlyMap<number, Shard> }; // -- private there
    for (const shard of shards.values()) {
      giveUpTheDead(shard);
      tryMoreSeldom(shard);
      dispatchPromptly(shard, this.#manager);
    }
  }
}

function giveUpTheDead(shard: Shard): void {
  const destroy = shard.destroy.bind(shard);
  shard.destroy = (options) => {
    const { connection } = shard;
    setTimeout(() => connection?.terminate(), CLOSED_WITHIN_MS).unref();
    return destroy(options);
  };
}

function tryMoreSeldom(shard: Shard): void {
  let tries = 0;
  const succeed = (): void => {
    tries = 0;
  };
  shard.on('ready', succeed);
  shard.on('resumed', succeed);
  const connect = shard.internalConnect.bind(shard);
  shard.internalConnect = async () => {
    const waitMs = waitBefore(tries);
    tries += 1;
    if (waitMs > 0) await sleep(waitMs, undefined, { ref: false });
    await connect();
  };
}

/** Not the same for all shards, which lose their connections at the same time. */
function waitBefore(tries: number): number {
  if (tries === 0) return 0;
  return Math.min(SHORTEST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS) * (0.75 + Math.random() / 4);
}
