export interface JobWorkerOptions<Item> {
  /** Claims at most `count` items that are due. */
  readonly claim: (count: number) => Promise<readonly Item[]>;
  /** Runs one item and settles it. Must not reject. */
  readonly run: (item: Item, signal: AbortSignal) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** How many items run at once. */
  readonly concurrency: number;
  /** How often it looks for due items, in milliseconds. */
  readonly intervalMs: number;
}

/** Takes due items as capacity allows: a long one never holds up the others. */
export class JobWorker<Item> {
  readonly #options: JobWorkerOptions<Item>;
  readonly #running = new Set<Promise<void>>();
  #isStopped = false;
  readonly #aborted = new AbortController();
  readonly #loop: Promise<void>;
  #wake = Promise.withResolvers<void>();

  constructor(options: JobWorkerOptions<Item>) {
    this.#options = options;
    this.#loop = this.#poll();
  }

  /** Looks for due items now instead of at the next interval. */
  wake(): void {
    this.#wake.resolve();
  }

  /** Claims nothing more, and after `graceMs` aborts what still runs. Resolves when all has ended. */
  async stop(graceMs: number): Promise<void> {
    this.#isStopped = true;
    this.wake();
    await this.#loop;
    const grace = setTimeout(() => this.#aborted.abort(new Error('The bot shuts down.')), graceMs);
    await Promise.all(this.#running);
    clearTimeout(grace);
  }

  async #poll(): Promise<void> {
    while (!this.#isStopped) {
      this.#wake = Promise.withResolvers();
      const claimed = await this.#claim();
      // As many as were asked for: there may be more.
      if (claimed > 0 && this.#running.size < this.#options.concurrency) continue;
      await this.#pause();
    }
  }

  async #claim(): Promise<number> {
    const free = this.#options.concurrency - this.#running.size;
    if (free === 0) return 0;
    try {
      const items = await this.#options.claim(free);
      for (const item of items) this.#begin(item);
      return items.length;
    } catch (error) {
      this.#options.onError(error);
      return 0;
    }
  }

  #begin(item: Item): void {
    const run = this.#options.run(item, this.#aborted.signal).finally(() => {
      this.#running.delete(run);
      // The place that became free may be wanted.
      this.wake();
    });
    this.#running.add(run);
  }

  async #pause(): Promise<void> {
    const timer = setTimeout(() => this.wake(), this.#options.intervalMs);
    await this.#wake.promise;
    clearTimeout(timer);
  }
}
