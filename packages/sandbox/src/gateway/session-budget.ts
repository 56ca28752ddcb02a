import { DAILY_SESSIONS, type SessionStarts } from '../rest/gateway-info.ts';

const DAY_MS = 86_400_000;

/** Counts how many sessions may still be started. Source: Discord's documentation, "Session Start Limit Object". */
export class SessionBudget {
  #remaining = DAILY_SESSIONS;
  #resetsAt = Date.now() + DAY_MS;

  /** Goes on from here, in place of a whole day's budget. */
  set({ remaining, resetAfterMs }: SessionStarts): void {
    this.#remaining = remaining;
    this.#resetsAt = Date.now() + resetAfterMs;
  }

  get starts(): SessionStarts {
    this.#renew();
    return { remaining: this.#remaining, resetAfterMs: this.#resetsAt - Date.now() };
  }

  /** Takes one. @returns whether there was one left */
  take(): boolean {
    this.#renew();
    if (this.#remaining <= 0) return false;
    this.#remaining -= 1;
    return true;
  }

  #renew(): void {
    if (Date.now() >= this.#resetsAt) this.set({ remaining: DAILY_SESSIONS, resetAfterMs: DAY_MS });
  }
}
