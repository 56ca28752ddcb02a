import type { Scope } from './scope.ts';

/** Node fires a timer with a longer delay at once. */
const MAX_DELAY_MS = 2_147_483_647;

/** Runs a timer's work as the plugin's; resolves when it is over, never rejects. */
export type RunTimer = (callback: () => void | Promise<void>) => Promise<void>;

/** The timers of one plugin, gone with its scope. */
export class PluginTimers {
  readonly #scope: Scope;
  readonly #run: RunTimer;

  constructor(scope: Scope, run: RunTimer) {
    this.#scope = scope;
    this.#run = run;
  }

  every(ms: number, callback: () => void | Promise<void>): void {
    assertDelay(ms);
    let isRunning = false;
    const timer = setInterval(() => {
      // A run that takes longer than the interval is not overtaken by the next.
      if (isRunning) return;
      isRunning = true;
      void this.#run(callback).finally(() => (isRunning = false));
    }, ms);
    this.#scope.defer('clearing an interval', () => clearInterval(timer));
  }

  after(ms: number, callback: () => void | Promise<void>): void {
    assertDelay(ms);
    const timer = setTimeout(() => {
      // Plugins wait again and again: what is over must not be kept until they are unloaded.
      forget();
      void this.#run(callback);
    }, ms);
    const forget = this.#scope.defer('clearing a timer', () => clearTimeout(timer));
  }
}

function assertDelay(ms: number): void {
  if (!(ms >= 1 && ms <= MAX_DELAY_MS))
    throw new RangeError(`A timer needs a delay of 1 to ${MAX_DELAY_MS} milliseconds, not ${ms}.`);
}
