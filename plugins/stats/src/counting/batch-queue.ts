import type { Snowflake } from 'discord.js';
import { Batch } from './batch.ts';

/** A batch that is complete, with a number that is greater than those of all before it. */
export interface CutBatch {
  readonly number: number;
  readonly batch: Batch;
}

/** What was counted, in the order in which it is to be written. */
export class BatchQueue {
  #current = new Batch();
  #waiting: CutBatch[] = [];
  #number = 0;

  /** Where to count. */
  get current(): Batch {
    return this.#current;
  }

  /** The one to write next. */
  get first(): CutBatch | undefined {
    return this.#waiting[0];
  }

  /** How many entries there are in all. */
  get size(): number {
    return this.#waiting.reduce((sum, { batch }) => sum + batch.size, this.#current.size);
  }

  /** Completes the current batch. */
  cut(): void {
    if (this.#current.size === 0) return;
    this.#number += 1;
    this.#waiting.push({ number: this.#number, batch: this.#current });
    this.#current = new Batch();
  }

  /** Forgets a batch that is written. */
  remove(written: CutBatch): void {
    this.#waiting = this.#waiting.filter((cut) => cut !== written);
  }

  /** Forgets what was counted of a guild. */
  dropGuild(guildId: Snowflake): void {
    for (const { batch } of this.#waiting) batch.dropGuild(guildId);
    this.#current.dropGuild(guildId);
  }

  /**
   * Forgets everything.
   *
   * @returns the channels of which something was forgotten
   */
  clear(): ReadonlySet<Snowflake> {
    const channels = this.#waiting.flatMap(({ batch }) => [...batch.positions.keys()]);
    this.#waiting = [];
    this.#current = new Batch();
    return new Set(channels);
  }
}
