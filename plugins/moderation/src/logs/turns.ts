/** Lets work on the same thing happen one after the other, in the order in which it was asked for. */
export class Turns {
  /** The end of the work on each thing. */
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs the work when all that came before it is over. Rejects as the work does. */
  async take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve();
    // Whoever asked for the work before hears of its failure.
    const turn = before.catch(() => undefined).then(work);
    this.#last.set(key, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key);
    }
  }
}
