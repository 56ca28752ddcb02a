export interface KeyedQueueOptions<Key, Result> {
  /** How many keys are worked on at once. */
  readonly concurrency: number;
  /** Must not reject: whoever waits learns from the result. */
  readonly run: (key: Key) => Promise<Result>;
}

/**
 * Runs work per key, never twice at once for the same key. What is asked for while a key is being worked on leads to
 * exactly one more run, however often it is asked for: the last state wins.
 */
export class KeyedQueue<Key, Result> {
  readonly #concurrency: number;
  readonly #run: (key: Key) => Promise<Result>;
  /** In the order of running; a map because it keeps that order and finds a key. */
  readonly #waiting = new Map<Key, PromiseWithResolvers<Result>>();
  readonly #urgent = new Set<Key>();
  readonly #running = new Map<Key, Promise<void>>();
  #stopped = false;

  constructor({ concurrency, run }: KeyedQueueOptions<Key, Result>) {
    this.#concurrency = concurrency;
    this.#run = run;
  }

  /** Resolves with the result of a run that begins after this call. Urgent keys go before all others. */
  add(key: Key, { urgent = false }: { readonly urgent?: boolean } = {}): Promise<Result> {
    const waiting = this.#waiting.get(key) ?? Promise.withResolvers<Result>();
    this.#waiting.set(key, waiting);
    if (urgent) this.#urgent.add(key);
    this.#fill();
    return waiting.promise;
  }

  /** Begins no more runs, gives `result` to all who wait, and resolves when the last run has ended. */
  async stop(result: Result): Promise<void> {
    this.#stopped = true;
    for (const { resolve } of this.#waiting.values()) resolve(result);
    this.#waiting.clear();
    await Promise.all(this.#running.values());
  }

  #fill(): void {
    while (!this.#stopped && this.#running.size < this.#concurrency) {
      const key = this.#next();
      if (key === undefined) return;
      const waiting = this.#waiting.get(key);
      this.#waiting.delete(key);
      this.#urgent.delete(key);
      if (waiting) this.#running.set(key, this.#work(key, waiting));
    }
  }

  async #work(key: Key, { resolve, reject }: PromiseWithResolvers<Result>): Promise<void> {
    await this.#run(key).then(resolve, reject);
    this.#running.delete(key);
    this.#fill();
  }

  #next(): Key | undefined {
    for (const keys of [this.#urgent, this.#waiting.keys()])
      for (const key of keys) if (!this.#running.has(key)) return key;
    return undefined;
  }
}
