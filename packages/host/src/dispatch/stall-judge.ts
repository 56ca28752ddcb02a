/** What the watching thread sees at a moment; times in nanoseconds of one clock. */
export interface StallSample {
  readonly now: bigint;
  /** The main thread's latest heartbeat. */
  readonly beat: bigint;
  /** A number that changes whenever a plugin's code is entered. */
  readonly runs: number;
  /** For how long, in all, the main thread was ready to go on and the machine had no time for it. */
  readonly waited: bigint;
}

/** Finds out whether one piece of code holds the main thread up, or the thread has more to do than it gets time for. */
export class StallJudge {
  readonly #threshold: bigint;
  #beat = 0n;
  #runs: number | undefined;
  /** The thread's own time, in which it could have gone on, when it was last seen to. */
  #movedAt = 0n;

  /** @param threshold how long one piece of code may run, in nanoseconds */
  constructor(threshold: bigint) {
    this.#threshold = threshold;
  }

  /**
   * Looks again.
   *
   * While runs still begin, the thread is overwhelmed: sockets are read before timers, as long as there is something to read.
   *
   * @returns whether the same code has run for too long by now
   */
  isHeldUp({ now, beat, runs, waited }: StallSample): boolean {
    const own = now - waited;
    if (beat !== this.#beat || runs !== this.#runs) {
      this.#beat = beat;
      this.#runs = runs;
      this.#movedAt = own;
    }
    return own - this.#movedAt > this.#threshold;
  }
}
