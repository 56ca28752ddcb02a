import type { Problem } from './discord-error.ts';
import { asObject, isAbsent, isDigits } from './json.ts';
import { notATime, notAUrl, notOneOf, required } from './problem.ts';
import type { Place } from './place.ts';

interface Wording {
  readonly code: string;
  readonly message: (shown: string) => string;
}

const NOT_AN_INTEGER: Wording = {
  code: 'NUMBER_TYPE_COERCE',
  message: (shown) => `Value "${shown}" is not int.`,
};
const NOT_A_MODEL: Wording = {
  code: 'MODEL_TYPE_CONVERT',
  message: () => 'Only dictionaries may be used in a ModelType',
};
const WORDINGS: Readonly<Record<string, Wording>> = {
  string: { code: 'STRING_TYPE_CONVERT', message: (shown) => `Could not interpret "${shown}" as string.` },
  number: NOT_AN_INTEGER,
  int: NOT_AN_INTEGER,
  boolean: { code: 'BOOLEAN_TYPE_CONVERT', message: () => 'Must be either true or false.' },
  array: { code: 'LIST_TYPE_CONVERT', message: () => 'Only iterables may be used in a ListType' },
  record: { code: 'DICT_TYPE_CONVERT', message: () => 'Only dictionaries may be used in a DictType' },
};
const BOOLEAN_WORDS: ReadonlySet<unknown> = new Set(['true', 'false', 'True', 'False', '0', '1', 0, 1]);
const URL_WITH_SCHEME = /^[a-z][a-z\d+.-]*:\/\/\S/i;

/** A field that is missing or of another type than `expected`. */
export function wrongType(expected: string, { path, value }: Place, holder: unknown): Problem[] {
  if (isAbsent(value)) return isEmojiById(path, holder) ? [] : [required(path)];
  if (isReadAs(expected, value)) return [];
  const { code, message } = WORDINGS[expected] ?? NOT_A_MODEL;
  return [{ path, code, message: message(show(value)) }];
}

/** A value that is none of those accepted. */
export function wrongValue(accepted: readonly unknown[], { path, value }: Place): Problem[] {
  if (isAbsent(value)) return [required(path)];
  if (isDigits(value) && accepted.some((one) => String(one) === value)) return [];
  return isForward(path, value) ? [] : [notOneOf(path, accepted)];
}

/** A text that is no URL, no moment or no snowflake. */
export function wrongFormat(format: string, { path, value }: Place): Problem[] {
  const shown = show(value);
  if (format === 'url') return shown === '' || URL_WITH_SCHEME.test(shown.trim()) ? [] : [notAUrl(path)];
  if (format === 'datetime') return Number.isNaN(Date.parse(shown)) ? [notATime(path, shown)] : [];
  return [{ path, code: 'NUMBER_TYPE_COERCE', message: `Value "${shown}" is not snowflake.` }];
}

/** Discord reads numbers as text, digits as numbers and a few words as booleans. */
function isReadAs(expected: string, value: unknown): boolean {
  if (expected === 'string') return typeof value === 'number';
  if (expected === 'boolean') return BOOLEAN_WORDS.has(value);
  return (expected === 'number' || expected === 'int') && isDigits(value);
}

/** The description demands the name of an emoji, Discord is content with its id. */
function isEmojiById(path: Place['path'], emoji: unknown): boolean {
  return path.at(-1) === 'name' && path.at(-2) === 'emoji' && !isAbsent(asObject(emoji)['id']);
}

/** The description knows replies (0) only, not forwards (1). */
function isForward(path: Place['path'], value: unknown): boolean {
  return path.at(-1) === 'type' && path.at(-2) === 'message_reference' && (value === 1 || value === '1');
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
