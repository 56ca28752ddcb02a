import { clip, escaped } from '@twi/sdk';
import type { Snowflake } from 'discord.js';

const LONGEST_NAME = 32;
/** How a person stands in what is sent. */
const TOKEN = /<P(?<number>\d{1,4})>/g;

/** Who wrote in a conversation. What is sent elsewhere names them by numbers; who reads the answer sees their names. */
export class People {
  readonly #numbers = new Map<Snowflake, number>();
  readonly #names: string[] = [];

  /** Counts somebody in. @returns what stands for them. */
  add(id: Snowflake, name: string): string {
    const known = this.#numbers.get(id) ?? this.#names.push(name);
    this.#numbers.set(id, known);
    return `<P${known}>`;
  }

  /** What stands for somebody, if they wrote. */
  tokenOf(id: Snowflake): string | undefined {
    const number = this.#numbers.get(id);
    return number === undefined ? undefined : `<P${number}>`;
  }

  /** How many they are. */
  get size(): number {
    return this.#names.length;
  }

  /** A text with names in place of numbers; what is around them goes through `show`. */
  named(text: string, show: (text: string) => string): string {
    let end = 0;
    let shown = '';
    for (const match of text.matchAll(TOKEN)) {
      const name = this.#names[Number(match.groups?.['number']) - 1];
      shown += show(text.slice(end, match.index)) + (name === undefined ? '…' : nameShown(name));
      end = match.index + match[0].length;
    }
    return shown + show(text.slice(end));
  }
}

/** A text that looks as if it held one of these numbers, made harmless. */
export function withoutTokens(text: string): string {
  return text.replaceAll(/<(?=P\d)/g, '‹');
}

/** A name is no address and calls nobody, whatever it says. */
function nameShown(name: string): string {
  const harmless = name.replaceAll('://', ':\u200B//').replaceAll(/@(?=everyone|here)/gi, '@\u200B');
  return escaped(clip(harmless, LONGEST_NAME));
}
