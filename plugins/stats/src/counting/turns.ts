/** Lets work of one kind run one after the other. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs work when all that came before is over. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }
}
