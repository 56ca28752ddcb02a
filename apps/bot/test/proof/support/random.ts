const GOLDEN = 0x9e_37_79_b9;

/** Random choices that are the same for the same seed (Mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number, stream = 0) {
    this.#state = (Math.imul(seed, GOLDEN) ^ Math.imul(stream + 1, 0x85_eb_ca_6b)) >>> 0;
  }

  /** At least 0 and below 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`. */
  whole(least: number, most: number): number {
    return Math.min(most, least + Math.floor(this.fraction() * (most - least + 1)));
  }

  isLucky(chance: number): boolean {
    return this.fraction() < chance;
  }

  /** @throws {RangeError} when there is nothing to choose. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new RangeError('There is nothing to pick from.');
    return item;
  }
}
