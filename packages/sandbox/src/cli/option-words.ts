import { CommandLineError } from './command-line-error.ts';

/** One word as it was typed, quotes included. */
export type Word = string;

/** The command and its options, for what is said about a mistake. */
interface Expected {
  readonly line: string;
  readonly names: readonly string[];
}

const OPTION = /^([-_\p{L}\p{N}]+):(.*)$/su;
const SCHEME = /^\/\//;

/**
 * Splits `user:@mallory reason:two words` into options and their text.
 *
 * @throws {CommandLineError} for an option that the command does not have, or that is there twice.
 */
export function readOptions(words: readonly Word[], expected: Expected): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let current: string | undefined;
  for (const word of words) {
    const [, name, start = ''] = OPTION.exec(word) ?? [];
    if (name !== undefined && expected.names.includes(name)) {
      if (values.has(name)) throw new CommandLineError(`The option "${name}" is there twice.`);
      values.set(name, unquoted(start));
      current = name;
    } else if (name !== undefined && !SCHEME.test(start)) {
      throw unknownOption(name, expected, current !== undefined);
    } else if (current === undefined) {
      throw unknownText(word, expected);
    } else {
      values.set(current, `${values.get(current)} ${unquoted(word)}`.trimStart());
    }
  }
  return values;
}

/** What stands between the quotes of a word, or the word itself. */
export function unquoted(word: Word): string {
  const isQuoted = word.length >= 2 && word.startsWith('"') && word.endsWith('"');
  return (isQuoted ? word.slice(1, -1) : word).replaceAll('\\"', '"');
}

function unknownOption(name: string, expected: Expected, isInText: boolean): CommandLineError {
  const hint = isInText ? ' (If it belongs to the text before it, put that in quotation marks.)' : '';
  return new CommandLineError(`/${expected.line} has no option "${name}". ${accepted(expected)}${hint}`);
}

function unknownText(word: Word, expected: Expected): CommandLineError {
  return new CommandLineError(`/${expected.line} cannot place "${word}". ${accepted(expected)}`);
}

function accepted({ line, names }: Expected): string {
  if (names.length === 0) return `/${line} takes no options.`;
  return `It takes: ${names.map((name) => `${name}:…`).join(' ')}`;
}
