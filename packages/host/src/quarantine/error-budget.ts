/** Failures lose half of their weight in this time. */
const HALF_LIFE_MS = 60_000;

/** More weight than this at once is more than a plugin may fail. */
const BUDGET = 10;

/** The failures of a plugin, each worth less as it ages. */
export class ErrorBudget {
  #weight = 0;
  #at = 0;

  /** Adds a failure and returns whether the budget is exceeded. */
  spend(weight: number, now: number): boolean {
    this.#weight = this.weight(now) + weight;
    this.#at = now;
    return this.#weight > BUDGET;
  }

  /** What the failures weigh now. */
  weight(now: number): number {
    return this.#weight * 0.5 ** (Math.max(now - this.#at, 0) / HALF_LIFE_MS);
  }

  reset(): void {
    this.#weight = 0;
  }
}
