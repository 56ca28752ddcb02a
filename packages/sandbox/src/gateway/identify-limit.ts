/** Source: Discord's documentation, "Sharding: Max Concurrency". */
const WINDOW_MS = 5_000;

/**
 * Counts who identifies. Shards that leave the same rest when their numbers are divided by `maxConcurrency` share a
 * limit of one in five seconds. A bot without shards gets all of that, so that it may be restarted at will.
 */
export class IdentifyLimit {
  readonly #maxConcurrency: number;
  #recent: { readonly key: number; readonly at: number }[] = [];

  constructor(maxConcurrency: number) {
    this.#maxConcurrency = maxConcurrency;
  }

  /** @returns whether a shard may identify now; then it has. */
  take([id, count]: readonly [id: number, count: number]): boolean {
    const at = Date.now();
    const key = id % this.#maxConcurrency;
    this.#recent = this.#recent.filter((earlier) => at - earlier.at < WINDOW_MS);
    const isFree =
      this.#recent.length < this.#maxConcurrency &&
      (count <= 1 || this.#recent.every((earlier) => earlier.key !== key));
    if (isFree) this.#recent.push({ key, at });
    return isFree;
  }
}
