interface LaneOptions<Item> {
  /** How many run at once. */
  readonly atOnce: number;
  /** Claims at most so many. */
  readonly claim: (free: number) => Promise<readonly Item[]>;
  readonly run: (item: Item) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

/** Runs claimed work, so much at once, and never waits for the slowest before it takes more. */
export class Lane<Item> {
  readonly #options: LaneOptions<Item>;
  readonly #running = new Set<Promise<void>>();
  #filling: Promise<number> | undefined;
  /** Whether there was more than there was room for. */
  #isFull = false;
  #isStopped = false;
  #finished = 0;

  constructor(options: LaneOptions<Item>) {
    this.#options = options;
  }

  /** Takes as much as there is room for. @returns how much. */
  fill(): Promise<number> {
    this.#filling ??= this.#claim().finally(() => {
      this.#filling = undefined;
    });
    return this.#filling;
  }

  /** How much it has run since it was made. */
  get finished(): number {
    return this.#finished;
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  /** Takes nothing more, and resolves when nothing runs. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#filling;
    await this.idle();
  }

  async #claim(): Promise<number> {
    const { atOnce, claim } = this.#options;
    const free = this.#isStopped ? 0 : atOnce - this.#running.size;
    if (free <= 0) return 0;
    const items = await claim(free);
    this.#isFull = items.length === free;
    for (const item of items) this.#begin(item);
    return items.length;
  }

  #begin(item: Item): void {
    const { run, onError } = this.#options;
    const running: Promise<void> = run(item)
      .then(() => undefined, onError)
      .finally(() => {
        this.#running.delete(running);
        this.#finished += 1;
        if (this.#isFull) this.fill().catch(onError);
      });
    this.#running.add(running);
  }
}
