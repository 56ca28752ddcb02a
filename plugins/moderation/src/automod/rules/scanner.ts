import { badRule, quoted } from './problem.ts';

const WORD = /[\w-]+/y;
const QUOTE = /"((?:[^"\\]|\\.)*)"/suy;
const BARE = /[^(),"]+/y;
const SPACE = /\s*/y;

/** Goes through an expression from left to right, and says where it is when something is wrong. */
export class Scanner {
  readonly #text: string;
  readonly #where: string;
  #at = 0;

  constructor(text: string, where: string) {
    this.#text = text;
    this.#where = where;
  }

  get isAtEnd(): boolean {
    this.#match(SPACE);
    return this.#at >= this.#text.length;
  }

  /** Takes a sign or a word, if it is what comes next. */
  takes(expected: string): boolean {
    this.#match(SPACE);
    if (!this.#text.slice(this.#at).toLowerCase().startsWith(expected)) return false;
    const after = this.#text[this.#at + expected.length];
    if (/\w/.test(expected) && after !== undefined && /[\w-]/.test(after)) return false;
    this.#at += expected.length;
    return true;
  }

  /** Takes the next word, if there is one. */
  word(): string | undefined {
    this.#match(SPACE);
    return this.#match(WORD)?.[0].toLowerCase();
  }

  /** Takes one value in brackets: a text in quotes, or what stands up to the next comma or bracket. */
  value(): string {
    this.#match(SPACE);
    const quote = this.#match(QUOTE);
    if (quote) return (quote[1] ?? '').replaceAll(/\\(["\\])/g, '$1');
    return this.#match(BARE)?.[0].trim() ?? '';
  }

  /** What is wrong at this place. */
  wrong(problem: string): Error {
    const rest = this.#text.slice(this.#at).trim();
    return badRule(
      this.#where,
      `${problem} at character ${this.#at + 1}${rest ? `, ${quoted(rest)}` : ', the end'}.`,
    );
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

/** A value in quotes, as the scanner reads it. */
export function inQuotes(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
