import { setTimeout as sleep } from 'node:timers/promises';
import { DURATION_FORMAT, parseDuration } from '@twi/sdk';
import type { DatabaseClock } from './database-clock.ts';
import { ShiftedDate } from './shifted-date.ts';

const POLL_INTERVAL_MS = 50;
const PATIENCE_MS = 20_000;

/**
 * The time of a test bot. A jump is like waking a machine that slept: `Date` and PostgreSQL's `now()` are ahead, the
 * jobs that came due meanwhile run, and timers (`context.every`, `context.after`, caches) go on where they were.
 */
export class TestClock {
  readonly #date = new ShiftedDate();
  readonly #database: DatabaseClock;
  readonly #transcript: () => string;

  constructor(database: DatabaseClock, transcript: () => string) {
    this.#database = database;
    this.#transcript = transcript;
  }

  /** What the bot and the database take for now. */
  now(): Date {
    return new Date();
  }

  /**
   * Jumps ahead and resolves when the jobs that came due have run; those of plugins that are off go on waiting.
   *
   * @param duration such as `7d` or `1h30m`
   * @throws {RangeError} when it is no duration.
   * @throws {Error} when jobs are still running after 20 seconds.
   */
  async advance(duration: string): Promise<void> {
    const ms = parseDuration(duration);
    if (ms === undefined) throw new RangeError(`"${duration}" is no duration: give ${DURATION_FORMAT}.`);
    this.#date.advance(ms);
    await this.#database.set(this.#date.aheadMs);
    await this.settleJobs();
  }

  /** Resolves when no job of a plugin is due or running. @throws {Error} after 20 seconds. */
  async settleJobs(): Promise<void> {
    const deadline = performance.now() + PATIENCE_MS;
    let due = await this.#database.countDueJobs();
    while (due > 0) {
      if (performance.now() > deadline)
        throw new Error(
          `${due} jobs are still due or running after ${PATIENCE_MS / 1_000} s.\n${this.#transcript()}`,
        );
      await sleep(POLL_INTERVAL_MS);
      due = await this.#database.countDueJobs();
    }
  }

  /** Gives the process the machine's time again. */
  restore(): void {
    this.#date.restore();
  }
}
