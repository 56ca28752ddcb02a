const SEPARATORS = /[,\n]/;
/** A quotation mark opens an entry, or the value after a key; elsewhere it is a letter. */
const BEFORE_QUOTE = /(?:^|=)\s*$/;

/** Writes an entry of a list or record so that {@link splitEntries} reads it back, whatever is in it. */
export function quoteEntry(text: string, isKey = false): string {
  const isPlain =
    text !== '' && text === text.trim() && !/[,\n"]/.test(text) && !(isKey && text.includes('='));
  return isPlain ? text : JSON.stringify(text);
}

/** What {@link quoteEntry} was given. */
export function unquoteEntry(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('"')) return trimmed;
  try {
    const value: unknown = JSON.parse(trimmed);
    return typeof value === 'string' ? value : trimmed;
  } catch {
    // A quotation mark that somebody typed as such.
    return trimmed;
  }
}

/** Splits a list at commas and line breaks, but not within quotation marks. Empty entries are left out. */
export function splitEntries(text: string): string[] {
  return splitOutsideQuotes(text, SEPARATORS)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Splits `key=value` at its first equals sign outside of quotation marks; `undefined` where there is none. */
export function splitPair(entry: string): readonly [key: string, value: string] | undefined {
  const [key = '', ...rest] = splitOutsideQuotes(entry, /=/);
  return rest.length > 0 ? [key, rest.join('=')] : undefined;
}

function splitOutsideQuotes(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = '';
  let isQuoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index);
    if (letter === '"') isQuoted = !isQuoted && BEFORE_QUOTE.test(part);
    if (isQuoted && letter === '\\') {
      part += letter + text.charAt(index + 1);
      index += 1;
    } else if (!isQuoted && separator.test(letter)) {
      parts.push(part);
      part = '';
    } else part += letter;
  }
  return [...parts, part];
}
