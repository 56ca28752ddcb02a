import { databaseTrouble } from '@twi/database';
import type { GalleryContext } from '../context.ts';

/** Something that Discord tells once, brought into the database. Doing it twice is doing it once. */
type Work = () => Promise<void>;

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;
/** So that nothing else waits for long behind what waited. */
const BATCH_SIZE = 100;
/** Beyond it, what is told is left to the next reconciliation. */
const MOST_WAITING = 10_000;

/** Does what the database does not take now as soon as it does, in the order in which it came. */
export class Insistence {
  readonly #context: Pick<GalleryContext, 'after' | 'logger'>;
  readonly #waiting: Work[] = [];
  #pauseMs = FIRST_PAUSE_MS;

  constructor(context: Pick<GalleryContext, 'after' | 'logger'>) {
    this.#context = context;
  }

  /** Does it now or, where the database is in trouble, later. @throws what is not the database's trouble */
  async insist(work: Work): Promise<void> {
    if (this.#waiting.length > 0) {
      this.#keep(work);
      return;
    }
    try {
      await work();
    } catch (error) {
      if (databaseTrouble(error) === undefined) throw error;
      // Others may have come to wait meanwhile.
      if (this.#waiting.length === 0) this.#begin(error);
      this.#keep(work);
    }
  }

  #begin(error: unknown): void {
    this.#context.logger.warn('Stars cannot be noted at present; they wait for the database.', error);
    this.#resumeLater();
  }

  #keep(work: Work): void {
    if (this.#waiting.length < MOST_WAITING) this.#waiting.push(work);
    else this.#context.logger.debug('Too many stars wait for the database; they are looked for later.');
  }

  #resumeLater(): void {
    this.#context.after(this.#pauseMs, () => this.#resume());
  }

  /** @throws what is not the database's trouble, after leaving that out */
  async #resume(): Promise<void> {
    try {
      for (const work of this.#waiting.slice(0, BATCH_SIZE)) {
        await work();
        this.#waiting.shift();
      }
      this.#pauseMs = FIRST_PAUSE_MS;
      if (this.#waiting.length === 0) this.#context.logger.info('Stars are noted again.');
    } catch (error) {
      this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
      if (databaseTrouble(error) !== undefined) return;
      this.#waiting.shift();
      throw error;
    } finally {
      if (this.#waiting.length > 0) this.#resumeLater();
    }
  }
}
