/** What forgets a value. */
interface Keeper<Value> {
  forget(value: Value): void;
}

/**
 * Knows which values were used lately, over any number of collections, in two generations: when the young one is full,
 * whatever was not used since the one before is forgotten. That costs less at each use than an exact order would.
 */
export class Recent<Value> {
  readonly #generation: number;
  readonly #isKept: (value: Value) => boolean;
  #young = new Map<Value, Keeper<Value>>();
  #old = new Map<Value, Keeper<Value>>();

  /**
   * @param generation how many values are kept at least, and half of how many are kept at most
   * @param isKept whether a value stays although nobody used it lately; asked when it would be forgotten
   */
  constructor(generation: number, isKept: (value: Value) => boolean) {
    this.#generation = generation;
    this.#isKept = isKept;
  }

  /** Notes that a value was used. @param keeper what holds it, and is told when it is to be forgotten */
  touch(value: Value, keeper: Keeper<Value>): void {
    if (this.#young.has(value)) return;
    this.#old.delete(value);
    if (this.#young.size >= this.#generation) this.#turn();
    this.#young.set(value, keeper);
  }

  #turn(): void {
    for (const [value, keeper] of this.#old) if (!this.#isKept(value)) keeper.forget(value);
    this.#old = this.#young;
    this.#young = new Map();
  }
}
