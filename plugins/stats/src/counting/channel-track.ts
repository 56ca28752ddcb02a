import type { Snowflake } from 'discord.js';
import { isAfter, RecentMessages } from './recent-messages.ts';

/** How long another message with a smaller id may still come. */
const SETTLE_MS = 30_000;

/** How far a channel is counted. */
export interface TrackPosition {
  /** All up to here. */
  readonly countedTo: bigint;
  /** And these, after it. */
  readonly countedAfter: readonly bigint[];
}

/** What one process has counted of a channel, by the ids of messages: as texts, which no number is made of for each message. */
export class ChannelTrack {
  /** Up to here nothing is counted as it comes: it is counted, or in a gap. */
  #ignoredTo: Snowflake;
  #gapTo: bigint | undefined;
  #settledTo: Snowflake;
  /** In most channels, none comes. */
  #seen: RecentMessages | undefined;

  /** @param since messages up to this one came before; the database knows which of them are counted. */
  constructor(since: bigint) {
    this.#ignoredTo = String(since);
    this.#settledTo = this.#ignoredTo;
    this.#gapTo = since > 0n ? since : undefined;
  }

  /** Whether a message is to be counted: none is twice. */
  take(id: Snowflake, now: number): boolean {
    if (!isAfter(id, this.#ignoredTo) || this.#seen?.has(id)) return false;
    this.#seen ??= new RecentMessages();
    const forgotten = this.#seen.add(id, now);
    if (forgotten === undefined) return true;
    if (isAfter(forgotten, this.#ignoredTo)) this.#ignoredTo = forgotten;
    if (isAfter(forgotten, this.#settledTo)) this.#settledTo = forgotten;
    return true;
  }

  /** How far it is counted. */
  position(now: number): TrackPosition {
    for (const [id, cameAt] of this.#seen?.entries() ?? [])
      if (now - cameAt >= SETTLE_MS && isAfter(id, this.#settledTo)) this.#settledTo = id;
    const countedAfter: bigint[] = [];
    for (const [id] of this.#seen?.entries() ?? [])
      if (isAfter(id, this.#settledTo)) countedAfter.push(BigInt(id));
    return { countedTo: BigInt(this.#settledTo), countedAfter };
  }

  /** What came before this process, once: what is not counted of it is a gap. */
  takeGap(): bigint | undefined {
    const gap = this.#gapTo;
    this.#gapTo = undefined;
    return gap;
  }

  /**
   * Leaves everything up to a message to the gap before it, if that is further than what was seen.
   *
   * @returns whether there is a gap now
   */
  skipTo(id: bigint): boolean {
    const to = String(id);
    if (!isAfter(to, this.#newest())) return false;
    this.#leave(to);
    return true;
  }

  /** Forgets what was counted and not written: it becomes a gap. */
  abandon(): void {
    this.#leave(this.#newest());
  }

  #leave(id: Snowflake): void {
    this.#gapTo = BigInt(id);
    this.#ignoredTo = id;
    this.#settledTo = id;
    this.#seen?.clear();
  }

  #newest(): Snowflake {
    let newest = this.#ignoredTo;
    for (const [id] of this.#seen?.entries() ?? []) if (isAfter(id, newest)) newest = id;
    return newest;
  }
}
