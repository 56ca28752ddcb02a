/** Longer than timers ever take to come round on a machine that is busy. */
const PAUSE_MS = 5_000;

/**
 * Tells whether every event arrives. The host stops a plugin that fails too often, and lets events in one by one before all; what
 * comes meanwhile is not seen. So nothing is counted as it comes until two timers in a row were let in; then what was missed
 * is found in the channels.
 */
export class Liveness {
  readonly #onRecovery: () => void;
  #tickedAt = performance.now();
  #isRecovering = false;

  /** @param onRecovery finds what was missed up to that moment */
  constructor(onRecovery: () => void) {
    this.#onRecovery = onRecovery;
  }

  /** A timer was let in; called about once a second. */
  tick(): void {
    if (!this.#isOnTime()) this.#isRecovering = true;
    else if (this.#isRecovering) {
      this.#onRecovery();
      this.#isRecovering = false;
    }
    this.#tickedAt = performance.now();
  }

  /** Something came that could not be dealt with. */
  miss(): void {
    this.#isRecovering = true;
  }

  /** Whether nothing was missed since the last recovery. */
  get isWhole(): boolean {
    return this.#isOnTime() && !this.#isRecovering;
  }

  #isOnTime(): boolean {
    return performance.now() - this.#tickedAt <= PAUSE_MS;
  }
}
