import { setTimeout as sleep } from 'node:timers/promises';

/** Spaces requests evenly, so that a bulk of them leaves room for everything else that the bot sends. */
export class RequestPacer {
  readonly #intervalMs: number;
  #nextAt = 0;

  constructor(requestsPerSecond: number) {
    this.#intervalMs = 1_000 / requestsPerSecond;
  }

  /** Resolves when the next request may be sent: at once when the last one is long enough ago. */
  async turn(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + this.#intervalMs;
    if (at > now) await sleep(at - now);
  }
}
