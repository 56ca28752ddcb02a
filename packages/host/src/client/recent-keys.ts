/** Keys in ascending order, and those that came out of order. */
class Generation {
  readonly #ascending: string[] = [];
  readonly #others = new Set<string>();

  get size(): number {
    return this.#ascending.length + this.#others.size;
  }

  has(key: string): boolean {
    return this.#others.has(key) || this.#isAmongAscending(key);
  }

  add(key: string, isGreatest: boolean): void {
    if (isGreatest) this.#ascending.push(key);
    else this.#others.add(key);
  }

  #isAmongAscending(key: string): boolean {
    let from = 0;
    let to = this.#ascending.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const found = this.#ascending[middle]!;
      if (found === key) return true;
      if (found < key) from = middle + 1;
      else to = middle;
    }
    return false;
  }
}

/**
 * Remembers at least the latest keys, and at most twice as many. Ids mostly come in ascending order, and one that is greater than
 * all before is new without being looked up.
 */
export class RecentKeys {
  readonly #capacity: number;
  #current = new Generation();
  #previous = new Generation();
  #greatest = '';

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** @returns whether it is new */
  add(key: string): boolean {
    const isGreatest = key > this.#greatest;
    if (!isGreatest && (this.#current.has(key) || this.#previous.has(key))) return false;
    if (this.#current.size >= this.#capacity) {
      this.#previous = this.#current;
      this.#current = new Generation();
    }
    this.#current.add(key, isGreatest);
    if (isGreatest) this.#greatest = key;
    return true;
  }
}
