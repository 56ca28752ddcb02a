/** What went wrong at Discord explains what is late for so long. */
const RECENT_MS = 10_000;

/** Knows whether Discord has answered badly of late. */
export class DiscordTrouble {
  #notedAt = -Infinity;

  /** Discord did not answer, or with an error that is its own, or had somebody wait. */
  note(): void {
    this.#notedAt = performance.now();
  }

  get isRecent(): boolean {
    return performance.now() - this.#notedAt < RECENT_MS;
  }
}
