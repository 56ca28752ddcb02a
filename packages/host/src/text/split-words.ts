/** A word of a message, or a text in quotation marks. */
export interface Word {
  readonly text: string;
  readonly isQuoted: boolean;
  /** The option that it is for, where it was typed as `name:value`. */
  readonly option?: string;
  /** Which word of the message it is. */
  readonly index: number;
  /** Where in the message it is, its option's name included. */
  readonly start: number;
  readonly end: number;
}

/** Phones put curly marks. A mark that is never closed is a letter like others. */
const QUOTED = /(?:"((?:[^"\\]|\\.)*)"|“((?:[^”\\]|\\.)*)”)(?=\s|$)/suy;
const PLAIN = /\S+/uy;
const SPACE = /\s*/uy;
/** The value follows at once: `reason: …` is somebody's sentence. */
const NAME = /([-_'\p{L}\p{N}]{1,32}):(?=\S)/uy;
const ESCAPED = /\\(.)/gsu;

/** Splits what was typed after a command, with `name:value` known by the names of options. */
export function splitWords(source: string, names: ReadonlySet<string>): Word[] {
  const words: Word[] = [];
  let position = matchAt(SPACE, source, 0)?.[0].length ?? 0;
  while (position < source.length) {
    const start = position;
    const option = optionAt(source, start, names);
    if (option !== undefined) position += option.length + 1;
    const { text, isQuoted, end } = valueAt(source, position);
    words.push({ text, isQuoted, index: words.length, start, end, ...(option !== undefined && { option }) });
    position = end + (matchAt(SPACE, source, end)?.[0].length ?? 0);
  }
  return words;
}

function optionAt(source: string, position: number, names: ReadonlySet<string>): string | undefined {
  const name = matchAt(NAME, source, position)?.[1]?.toLowerCase();
  return name !== undefined && names.has(name) ? name : undefined;
}

function valueAt(source: string, position: number): { text: string; isQuoted: boolean; end: number } {
  const quoted = matchAt(QUOTED, source, position);
  if (quoted) {
    const text = (quoted[1] ?? quoted[2] ?? '').replaceAll(ESCAPED, '$1');
    return { text, isQuoted: true, end: position + quoted[0].length };
  }
  const text = matchAt(PLAIN, source, position)?.[0] ?? '';
  return { text, isQuoted: false, end: position + text.length };
}

function matchAt(pattern: RegExp, source: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(source);
}
