/** Every one costs each log line a search. */
const MOST_REMEMBERED = 200;
/** Shorter values are no secrets, and masking every `1` would make logs unreadable. */
const MIN_LENGTH = 4;

/** Values that must never be shown, whatever they look like: given at the start, or met while the bot runs. */
export class HiddenValues {
  readonly #fixed: readonly string[];
  /** Latest last; a secret that was not used for long gives way. */
  readonly #met = new Set<string>();
  #forms: readonly string[];

  constructor(fixed: readonly string[] = []) {
    this.#fixed = fixed;
    this.#forms = spellings(fixed);
  }

  /** The spellings in which a value may appear; longest first, as one may contain another. */
  get forms(): readonly string[] {
    return this.#forms;
  }

  add(value: string): void {
    const isNew = !this.#met.delete(value);
    this.#met.add(value);
    if (!isNew) return;
    const [oldest] = this.#met;
    if (this.#met.size > MOST_REMEMBERED && oldest !== undefined) this.#met.delete(oldest);
    this.#forms = spellings([...this.#fixed, ...this.#met]);
  }
}

function spellings(values: readonly string[]): string[] {
  const forms = values
    .filter((value) => value.length >= MIN_LENGTH)
    .flatMap((value) => [
      value,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
      Buffer.from(value).toString('base64').replace(/=+$/, ''),
    ]);
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}
