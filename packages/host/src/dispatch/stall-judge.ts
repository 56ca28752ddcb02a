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

/** A time in which the main thread's heart did not beat, and which is over. */
export interface Stall {
  readonly durationMs: number;
  /** Whether one piece of code held it up, rather than more work than there was time for. */
  readonly isOneRun: boolean;
}

interface StallLimits {
  /** How long one piece of code may run, in nanoseconds. */
  readonly threshold: bigint;
  /** After how long without a look the watching thread was late itself, in nanoseconds. */
  readonly late: bigint;
}

/** Finds out whether one piece of code holds the main thread up, or the thread has more to do than it gets time for. */
export class StallJudge {
  readonly #limits: StallLimits;
  #lookedAt: bigint | undefined;
  #beat = 0n;
  #runs: number | undefined;
  /** The thread's own time, in which it could have gone on, when it was last seen to. */
  #movedAt = 0n;
  #stall: { readonly since: bigint; isOneRun: boolean } | undefined;

  constructor(limits: StallLimits) {
    this.#limits = limits;
  }

  /**
   * Looks again.
   *
   * @returns `held-up`, once in a stall, when the same code has run for too long by now; the stall when it is over
   */
  look(sample: StallSample): 'held-up' | Stall | undefined {
    const isPunctual = this.#isPunctual(sample.now);
    const isHeldUp = this.#isHeldUp(sample);
    if (this.#stall && this.#stall.since !== sample.beat) return this.#end(this.#stall, sample.beat);
    // When the watching thread was late as well, the whole machine was, and nobody is to blame.
    if (!isPunctual || sample.now - sample.beat <= this.#limits.threshold) return undefined;
    this.#stall ??= { since: sample.beat, isOneRun: false };
    if (this.#stall.isOneRun || !isHeldUp) return undefined;
    this.#stall.isOneRun = true;
    return 'held-up';
  }

  #isPunctual(now: bigint): boolean {
    const since = now - (this.#lookedAt ?? now);
    this.#lookedAt = now;
    return since < this.#limits.late;
  }

  /** While runs still begin, the thread is overwhelmed: sockets are read before timers, as long as there is something to read. */
  #isHeldUp({ now, beat, runs, waited }: StallSample): boolean {
    const own = now - waited;
    if (beat !== this.#beat || runs !== this.#runs) {
      this.#beat = beat;
      this.#runs = runs;
      this.#movedAt = own;
    }
    return own - this.#movedAt > this.#limits.threshold;
  }

  #end({ since, isOneRun }: { readonly since: bigint; readonly isOneRun: boolean }, beat: bigint): Stall {
    this.#stall = undefined;
    return { durationMs: Math.round(Number(beat - since) / 1e6), isOneRun };
  }
}
