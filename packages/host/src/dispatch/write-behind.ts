import type { ILogger } from '@sapphire/framework';

export interface WriteBehindOptions<Row> {
  /** What the rows are, for the log. */
  readonly name: string;
  /** Writes rows in one statement; those of a failed write are tried again with the next. */
  readonly write: (rows: readonly Row[]) => Promise<void>;
  readonly logger: ILogger;
  readonly intervalMs?: number;
  /** Rows kept while they cannot be written; the oldest give way. */
  readonly capacity?: number;
}

const INTERVAL_MS = 1_000;
const CAPACITY = 10_000;

/** Rows in one statement: PostgreSQL takes 65,535 parameters. */
const MAX_BATCH = 1_000;

/** Rows that nobody waits for, written together each second and at the end. */
export class WriteBehind<Row> {
  readonly #options: WriteBehindOptions<Row>;
  readonly #timer: NodeJS.Timeout;
  #rows: Row[] = [];
  #dropped = 0;
  #isFailing = false;
  #flushing: Promise<void> = Promise.resolve();

  constructor(options: WriteBehindOptions<Row>) {
    this.#options = options;
    this.#timer = setInterval(() => void this.flush(), options.intervalMs ?? INTERVAL_MS).unref();
  }

  add(row: Row): void {
    if (this.#rows.length >= (this.#options.capacity ?? CAPACITY)) {
      this.#rows.shift();
      this.#dropped += 1;
    }
    this.#rows.push(row);
  }

  /** Changes rows that were not written yet. */
  change(change: (row: Row) => Row): void {
    this.#rows = this.#rows.map(change);
  }

  /** Writes what is waiting, one write at a time. Does not reject: what could not be written stays, and is logged. */
  async flush(): Promise<void> {
    this.#flushing = this.#flushing.then(() => this.#write());
    await this.#flushing;
  }

  /** Writes the rest and ends. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }

  async #write(): Promise<void> {
    const { name, write, logger } = this.#options;
    const rows = this.#rows;
    if (rows.length === 0) return;
    this.#rows = [];
    try {
      while (rows.length > 0) {
        await write(rows.slice(0, MAX_BATCH));
        rows.splice(0, MAX_BATCH);
      }
      if (this.#isFailing) logger.info(`The ${name} are written again; ${this.#dropped} were lost.`);
      this.#isFailing = false;
      this.#dropped = 0;
    } catch (error) {
      const capacity = this.#options.capacity ?? CAPACITY;
      const kept = [...rows, ...this.#rows].slice(-capacity);
      this.#dropped += rows.length + this.#rows.length - kept.length;
      this.#rows = kept;
      // Once per outage, not once a second.
      if (!this.#isFailing) logger.warn(`The ${name} cannot be written at present; they wait.`, error);
      this.#isFailing = true;
    }
  }
}
