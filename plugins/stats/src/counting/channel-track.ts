/** Messages of one channel whose ids are remembered, so that none is counted twice. */
const REMEMBERED = 200;
/** How long another message with a smaller id may still come. */
const SETTLE_MS = 30_000;

/** How far a channel is counted. */
export interface TrackPosition {
  /** All up to here. */
  readonly countedTo: bigint;
  /** And these, after it. */
  readonly countedAfter: readonly bigint[];
}

/** What one process has counted of a channel, by the ids of messages. */
export class ChannelTrack {
  /** Up to here nothing is counted as it comes: it is counted, or in a gap. */
  #ignoredTo: bigint;
  #gapTo: bigint | undefined;
  #settledTo: bigint;
  /** When each came, oldest first. */
  readonly #seen = new Map<bigint, number>();

  /** @param since messages up to this one came before; the database knows which of them are counted. */
  constructor(since: bigint) {
    this.#ignoredTo = since;
    this.#settledTo = since;
    this.#gapTo = since > 0n ? since : undefined;
  }

  /** Whether a message is to be counted: none is twice. */
  take(id: bigint, now: number): boolean {
    if (id <= this.#ignoredTo || this.#seen.has(id)) return false;
    this.#seen.set(id, now);
    if (this.#seen.size > REMEMBERED) this.#forgetOldest();
    return true;
  }

  /** How far it is counted. */
  position(now: number): TrackPosition {
    for (const [id, at] of this.#seen)
      if (now - at >= SETTLE_MS && id > this.#settledTo) this.#settledTo = id;
    const countedAfter = [...this.#seen.keys()].filter((id) => id > this.#settledTo);
    return { countedTo: this.#settledTo, countedAfter };
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
    if (id <= this.#newest()) return false;
    this.#leave(id);
    return true;
  }

  /** Forgets what was counted and not written: it becomes a gap. */
  abandon(): void {
    this.#leave(this.#newest());
  }

  #leave(id: bigint): void {
    this.#gapTo = id;
    this.#ignoredTo = id;
    this.#settledTo = id;
    this.#seen.clear();
  }

  #newest(): bigint {
    let newest = this.#ignoredTo;
    for (const id of this.#seen.keys()) if (id > newest) newest = id;
    return newest;
  }

  #forgetOldest(): void {
    const [oldest] = this.#seen.keys();
    if (oldest === undefined) return;
    this.#seen.delete(oldest);
    if (oldest > this.#ignoredTo) this.#ignoredTo = oldest;
    if (oldest > this.#settledTo) this.#settledTo = oldest;
  }
}
