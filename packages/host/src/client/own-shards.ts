import type { Client } from 'discord.js';

/** The part of Discord's guilds that a process serves. */
export interface OwnShards {
  /** How many shards there are in all, from 1. */
  readonly count: number;
  /** The numbers of those that this process runs. */
  readonly ids: readonly number[];
}

/** The shards that this process runs. They are known when the client is ready. */
export function ownShards({ options, ws }: Client): OwnShards {
  const count = Math.max(1, options.shardCount ?? ws.shards.size);
  return { count, ids: count === 1 ? [0] : [...ws.shards.keys()] };
}
