/** A backslash that begins an escape, not one that is escaped itself. */
const ESCAPE = String.raw`(?<!\\)((?:\\\\)*)\\u`;
const NUL = new RegExp(`${ESCAPE}0000`, 'g');
/** `JSON.stringify` writes surrogates as escapes only where they are lone. */
const LONE_SURROGATE = new RegExp(`${ESCAPE}d[89a-f][0-9a-f]{2}`, 'g');

/** A query's parameter without what PostgreSQL's text cannot hold: NUL goes, half a character becomes `\uFFFD`. */
export function storableParameter(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed();
  return Array.isArray(value) ? value.map(storableParameter) : value;
}

/** The same for JSON that `JSON.stringify` wrote, where both are escapes. */
export function storableJson(json: string): string {
  return json.replaceAll(NUL, '$1').replaceAll(LONE_SURROGATE, '$1\uFFFD');
}
