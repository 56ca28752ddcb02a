/** Beats of the process without one of the plugin's timers, which come as often. More mean that the plugin is stopped. */
const MOST_BEATS = 2;

/**
 * Tells whether every event arrives. The host stops a plugin that fails too often, and lets events in one by one before all; what
 * comes meanwhile is not seen. So nothing is counted as it comes until two timers in a row were let in; then what was missed
 * is found in the channels. A process that is busy misses nothing: all of its timers are late then.
 */
export class Liveness {
  readonly #onRecovery: () => void;
  #beats = 0;
  #isRecovering = false;

  /** @param onRecovery finds what was missed up to that moment */
  constructor(onRecovery: () => void) {
    this.#onRecovery = onRecovery;
  }

  /** The process lives, whether or not the plugin is stopped; called about once a second. */
  beat(): void {
    this.#beats += 1;
  }

  /** A timer of the plugin was let in; called as often. */
  tick(): void {
    if (!this.#isLetIn()) this.#isRecovering = true;
    else if (this.#isRecovering) {
      this.#onRecovery();
      this.#isRecovering = false;
    }
    this.#beats = 0;
  }

  /** Something came that could not be dealt with. */
  miss(): void {
    this.#isRecovering = true;
  }

  /** Whether nothing was missed since the last recovery. */
  get isWhole(): boolean {
    return this.#isLetIn() && !this.#isRecovering;
  }

  #isLetIn(): boolean {
    return this.#beats <= MOST_BEATS;
  }
}
