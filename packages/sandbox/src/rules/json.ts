/** A JSON object whose fields have not been looked at yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

const EMPTY: JsonObject = Object.freeze({});
const DIGITS = /^-?\d+$/;
// JavaScript takes the byte order mark for white space, Discord does not.
const VISIBLE = /[\S\uFEFF]/;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, an empty one when it is none: the description has complained about the shape already. */
export function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : EMPTY;
}

/** The value as a list, an empty one when it is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text. Discord reads numbers as text, too. */
export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The value as a number, `undefined` when it is none. Discord reads a string of digits as a number. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return isDigits(value) ? Number(value) : undefined;
}

export function isDigits(value: unknown): value is string {
  return typeof value === 'string' && DIGITS.test(value);
}

/** Whether a field is missing in Discord's sense: left out or `null`. */
export function isAbsent(value: unknown): value is null | undefined {
  return value === undefined || value === null;
}

/** Discord counts characters (code points), JavaScript counts halves of them. */
export function characters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length - 1; index++) {
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) count--;
  }
  return count;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdb_ff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc_00 && unit <= 0xdf_ff;
}

/** Whether nothing is left of the text when Discord has cut the white space from its ends. */
export function isBlank(text: string): boolean {
  return !VISIBLE.test(text);
}
