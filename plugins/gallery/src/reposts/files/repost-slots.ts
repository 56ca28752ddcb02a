import { UserError } from '@twi/sdk';
import { tooManyReposts } from '../repost-refusals.ts';

/**
 * The files of one repost, in bytes. They are in memory while they are downloaded and sent; discord.js holds them a
 * second time in the body of its request.
 */
export const MOST_BYTES = 67_108_864;
/** Reposts of which a process holds files at once: with {@link MOST_BYTES}, at most 256 MiB in all. */
const MOST_AT_ONCE = 2;
const PATIENCE_MS = 30_000;

/** Lets few reposts at a time hold files in memory; the others wait for their turn, first come, first served. */
export class RepostSlots {
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  /** @throws {UserError} `gallery.repost-busy` when it was nobody's turn for half a minute */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#take();
    try {
      return await work();
    } finally {
      this.#release();
    }
  }

  async #take(): Promise<void> {
    if (this.#taken < MOST_AT_ONCE) {
      this.#taken += 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    const timer = setTimeout(() => {
      this.#waiting.splice(this.#waiting.indexOf(resolve), 1);
      reject(new UserError(tooManyReposts()));
    }, PATIENCE_MS).unref();
    try {
      await promise;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Hands the place on to who waits longest. */
  #release(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#taken -= 1;
  }
}
