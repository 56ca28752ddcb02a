import type { MemberActor, Sandbox } from '@twi/sandbox';
import { ShardClientUtil } from 'discord.js';
import type { GatewayRelay } from '../messages/gateway-relay.ts';
import { messageEvent } from '../messages/message-event.ts';
import { END_EVENT, frameOf } from '../messages/message-frames.ts';
import type { Writer } from '../messages/writers.ts';

/** Messages that come with each command. */
export const MESSAGES_EACH = 20;
/** Enough that a bot always has something to do, few enough that nobody waits for long. */
const TURNS_IN_FLIGHT = 12;
const COMMAND = 'roll';
const DISCORD_EPOCH_MS = 1_420_070_400_000;
const TIMESTAMP_SHIFT = 22n;

/** The people of the servers of one shard, who write and roll dice: the next turn begins when dice were rolled. */
export class CrowdTurns {
  readonly #relay: GatewayRelay;
  readonly #shardId: number;
  readonly #writers: readonly Writer[];
  readonly #actors: readonly MemberActor[];
  #at = 0;

  constructor(
    sandbox: Sandbox,
    relay: GatewayRelay,
    parts: { readonly writers: readonly Writer[]; readonly shardId: number; readonly shardCount: number },
  ) {
    this.#relay = relay;
    this.#shardId = parts.shardId;
    this.#writers = parts.writers.filter(
      ({ guildId }) => ShardClientUtil.shardIdForGuildId(guildId, parts.shardCount) === parts.shardId,
    );
    if (this.#writers.length === 0) throw new Error(`Shard ${parts.shardId} has no server.`);
    this.#actors = this.#writers.map(({ author, channelId }) => sandbox.as(author.id, { channelId }));
  }

  /** Takes turns until there were so many. */
  async take(turns: number): Promise<void> {
    let left = turns;
    const lane = async (): Promise<void> => {
      while (left > 0) {
        left -= 1;
        await this.#takeOne();
      }
    };
    await Promise.all(Array.from({ length: TURNS_IN_FLIGHT }, lane));
  }

  /** Tells the bot that no more come for now. */
  async end(): Promise<void> {
    await this.#relay.pour([frameOf(END_EVENT, this.#at, {})], this.#shardId);
  }

  async #takeOne(): Promise<void> {
    const frames = Array.from({ length: MESSAGES_EACH }, () => this.#nextFrame());
    await this.#relay.pour([Buffer.concat(frames)], this.#shardId);
    const exchange = await this.#actors[this.#at % this.#actors.length]?.slash(COMMAND, { dice: '2d20' });
    if (!exchange?.response) throw new Error(`/${COMMAND} was not answered.`);
  }

  #nextFrame(): Buffer {
    const at = (this.#at += 1);
    const now = Date.now();
    const id = String((BigInt(now - DISCORD_EPOCH_MS) << TIMESTAMP_SHIFT) + BigInt(at));
    const writer = this.#writers[at % this.#writers.length]!;
    const other = this.#writers[(at * 3 + 1) % this.#writers.length]!;
    const moment = { at, id, timestamp: new Date(now).toISOString() };
    return frameOf('MESSAGE_CREATE', at, messageEvent(writer, moment, other));
  }
}
