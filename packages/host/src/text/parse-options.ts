import { UserError } from '@twi/sdk';
import { ApplicationCommandOptionType as Type, type Snowflake } from 'discord.js';
import { freeText } from './free-text.ts';
import { mentionedId, parseValue, type TextValue } from './parse-value.ts';
import { restText } from './rest-text.ts';
import { splitWords, type Word } from './split-words.ts';
import type { TextLeaf, TextOption } from './text-leaf.ts';
import { badOption, missingOption, optionTwice, tooMuch } from './text-refusals.ts';
import { usageLine } from './usage.ts';

/** What somebody typed for something that can be typed. */
export interface TextInput {
  readonly leaf: TextLeaf;
  /** What follows the words of the command. */
  readonly source: string;
  /** What the message begins with. */
  readonly prefix: string;
  /** The ids of the message's files, in their order. */
  readonly attachmentIds: readonly Snowflake[];
}

/** The values by the names of the options. Users, roles, channels and files are ids. */
export type TextValues = ReadonlyMap<string, TextValue>;

/**
 * Reads what was typed by the options of a command: those that are needed in their order, the others as `name:value`,
 * or where their type tells; one text takes the rest of the line.
 *
 * @throws {UserError} when a value is missing, is none, or belongs to nothing.
 */
export function parseOptions(input: TextInput): TextValues {
  return new OptionParser(input).parse();
}

class OptionParser {
  readonly #input: TextInput;
  readonly #rest: TextOption | undefined;
  readonly #usage: string;
  readonly #values = new Map<string, TextValue>();
  /** What is not used yet, in order. */
  #words: Word[];

  constructor(input: TextInput) {
    const { leaf, source, prefix } = input;
    this.#input = input;
    this.#rest = freeText(leaf);
    this.#usage = usageLine(leaf, prefix);
    this.#words = splitWords(source, new Set(leaf.options.map(({ name }) => name)));
  }

  parse(): TextValues {
    this.#takeNamed();
    this.#takeAttachments();
    this.#takeNeeded();
    this.#takeWhatFits();
    this.#takeRest();
    return this.#values;
  }

  #set(option: TextOption, text: string): void {
    const value = parseValue(option, text);
    if (value === undefined) throw new UserError(badOption(option, text, this.#usage));
    this.#values.set(option.name, value);
  }

  /** `duration:7d` anywhere. One for the free text begins it, unless it is in quotation marks. */
  #takeNamed(): void {
    const seen = new Set<string>();
    const plain: Word[] = [];
    for (const word of this.#words) {
      const option = this.#input.leaf.options.find(({ name }) => name === word.option);
      if (option && seen.has(option.name)) throw new UserError(optionTwice(option.name, this.#usage));
      if (option) seen.add(option.name);
      if (option && (option !== this.#rest || word.isQuoted)) this.#set(option, word.text);
      else plain.push(word);
    }
    this.#words = plain;
  }

  #takeAttachments(): void {
    const ids = this.#input.attachmentIds.values();
    for (const option of this.#input.leaf.options) {
      if (option.type !== Type.Attachment) continue;
      const { value } = ids.next();
      if (value !== undefined) this.#values.set(option.name, value);
      else if (option.required) throw new UserError(missingOption(option, this.#usage));
    }
  }

  #takeNeeded(): void {
    for (const option of this.#input.leaf.options) {
      if (!option.required || option === this.#rest || this.#values.has(option.name)) continue;
      const word = this.#shift();
      if (!word) throw new UserError(missingOption(option, this.#usage));
      this.#set(option, word.text);
    }
  }

  /** The next word, unless the free text begins with it. */
  #shift(): Word | undefined {
    return this.#words[0]?.option === undefined ? this.#words.shift() : undefined;
  }

  /** Mentions tell what they are for; other words do where no text could be meant. */
  #takeWhatFits(): void {
    for (let option = this.#fitting(); option; option = this.#fitting()) {
      const word = this.#shift();
      if (word) this.#set(option, word.text);
    }
  }

  #fitting(): TextOption | undefined {
    const [word] = this.#words;
    if (!word || word.option !== undefined || (word.isQuoted && this.#rest)) return undefined;
    return this.#input.leaf.options.find(
      (option) => option !== this.#rest && !this.#values.has(option.name) && this.#isFor(option, word.text),
    );
  }

  #isFor(option: TextOption, text: string): boolean {
    if (this.#rest) return mentionedId(option, text) !== undefined;
    return parseValue(option, text) !== undefined;
  }

  #takeRest(): void {
    const [first] = this.#words;
    const rest = this.#rest;
    if (!first) {
      if (rest?.required && !this.#values.has(rest.name))
        throw new UserError(missingOption(rest, this.#usage));
      return;
    }
    const stray = this.#strayBefore(first);
    if (!rest || this.#values.has(rest.name) || stray !== undefined)
      throw new UserError(tooMuch(stray ?? restText(this.#words, this.#input.source), this.#usage));
    this.#set(rest, restText(this.#words, this.#input.source));
  }

  /** Words before a `reason:…` that begins the free text belong to nothing. */
  #strayBefore(first: Word): string | undefined {
    if (first.option !== undefined || this.#words.every(({ option }) => option === undefined))
      return undefined;
    return first.text;
  }
}
