import type { Snowflake } from 'discord.js';

/** Messages of one channel that are remembered. */
const REMEMBERED = 200;

/** Whether a message is younger than another. Ids are numbers, most of them of the same length. */
export function isAfter(left: Snowflake, right: Snowflake): boolean {
  return left.length === right.length ? left > right : left.length > right.length;
}

/** The latest messages of a channel, so that none is counted twice: each with when it came, in a ring. */
export class RecentMessages {
  readonly #ids: Snowflake[] = [];
  readonly #cameAt: number[] = [];
  /** Where the oldest is once the ring is full. */
  #oldest = 0;
  #greatest = '';

  has(id: Snowflake): boolean {
    // Most messages come in the order of their ids.
    return !isAfter(id, this.#greatest) && this.#ids.includes(id);
  }

  /** Remembers a message. @returns the oldest one, which gave way */
  add(id: Snowflake, now: number): Snowflake | undefined {
    if (isAfter(id, this.#greatest)) this.#greatest = id;
    if (this.#ids.length < REMEMBERED) {
      this.#ids.push(id);
      this.#cameAt.push(now);
      return undefined;
    }
    const forgotten = this.#ids[this.#oldest];
    this.#ids[this.#oldest] = id;
    this.#cameAt[this.#oldest] = now;
    this.#oldest = (this.#oldest + 1) % REMEMBERED;
    return forgotten;
  }

  /** Each message with when it came, oldest first. */
  *entries(): Generator<readonly [id: Snowflake, cameAt: number]> {
    for (let passed = 0; passed < this.#ids.length; passed += 1) {
      const at = (this.#oldest + passed) % this.#ids.length;
      yield [this.#ids[at]!, this.#cameAt[at]!];
    }
  }

  clear(): void {
    this.#ids.length = 0;
    this.#cameAt.length = 0;
    this.#oldest = 0;
    this.#greatest = '';
  }
}
