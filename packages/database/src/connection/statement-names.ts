import { LRUCache } from 'lru-cache';

const USES_BEFORE_NAMING = 3;
const REMEMBERED_TEXTS = 512;

interface StatementEntry {
  uses: number;
  name: string | undefined;
}

/** Decides which SQL texts are worth preparing, and under which name. */
export class StatementNames {
  readonly #entries = new LRUCache<string, StatementEntry>({ max: REMEMBERED_TEXTS });
  #counter = 0;

  /** Counts one use of a text and gives its name, once it has been used often enough. */
  use(text: string): string | undefined {
    const entry = this.#entries.get(text) ?? { uses: 0, name: undefined };
    entry.uses += 1;
    if (entry.uses >= USES_BEFORE_NAMING) entry.name ??= this.#nextName();
    this.#entries.set(text, entry);
    return entry.name;
  }

  /** Gives a text a new name, because the plan behind the old one no longer fits. */
  rename(text: string): void {
    this.#entries.set(text, { uses: USES_BEFORE_NAMING, name: this.#nextName() });
  }

  #nextName(): string {
    this.#counter += 1;
    return `twi_${this.#counter}`;
  }
}
