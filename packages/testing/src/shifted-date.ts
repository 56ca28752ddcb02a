/**
 * Lets the process read another time than the machine's: what a plugin asks `Date` for is ahead by so much. Timers keep
 * their pace, as they do in a machine that slept.
 */
export class ShiftedDate {
  readonly #real = globalThis.Date;
  #aheadMs = 0;

  /** How far ahead of the machine's clock the process is, in milliseconds. */
  get aheadMs(): number {
    return this.#aheadMs;
  }

  /** Moves the time ahead by so many milliseconds. */
  advance(ms: number): void {
    this.#aheadMs += ms;
    const real = this.#real;
    const now = (): number => real.now() + this.#aheadMs;
    globalThis.Date = new Proxy(real, {
      construct: (target, values: unknown[], caller) =>
        Reflect.construct(target, values.length === 0 ? [now()] : values, caller) as Date,
      apply: () => new real(now()).toString(),
      get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
    });
  }

  /** Gives the process the machine's time again. */
  restore(): void {
    this.#aheadMs = 0;
    globalThis.Date = this.#real;
  }
}
