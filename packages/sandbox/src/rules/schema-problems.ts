import type * as z from 'zod/mini';
import type { Problem } from './discord-error.ts';
import { characters, isAbsent, isDigits, isObject } from './json.ts';
import {
  notOneOf,
  notOneOfType,
  type Path,
  required,
  tooLarge,
  tooLong,
  tooSmall,
  notATime,
  notAUrl,
} from './problem.ts';

type Issue = z.core.$ZodIssue;
type Narrow<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

const DISCRIMINATORS: ReadonlySet<unknown> = new Set(['type', 'trigger_type', 'entity_type']);
const BOOLEAN_WORDS: ReadonlySet<unknown> = new Set(['true', 'false', 'True', 'False', '0', '1', 0, 1]);
const NOT_AN_INTEGER = {
  code: 'NUMBER_TYPE_COERCE',
  message: (shown: string) => `Value "${shown}" is not int.`,
};
const NOT_A_MODEL = {
  code: 'MODEL_TYPE_CONVERT',
  message: (_shown: string) => 'Only dictionaries may be used in a ModelType',
};
const WRONG_TYPES: Readonly<Record<string, typeof NOT_A_MODEL>> = {
  string: { code: 'STRING_TYPE_CONVERT', message: (shown) => `Could not interpret "${shown}" as string.` },
  number: NOT_AN_INTEGER,
  int: NOT_AN_INTEGER,
  boolean: { code: 'BOOLEAN_TYPE_CONVERT', message: () => 'Must be either true or false.' },
  array: { code: 'LIST_TYPE_CONVERT', message: () => 'Only iterables may be used in a ListType' },
  record: { code: 'DICT_TYPE_CONVERT', message: () => 'Only dictionaries may be used in a DictType' },
};
const URL_WITH_SCHEME = /^[a-z][a-z\d+.-]*:\/\/\S/i;

/** Checks a body against a schema of the description and words every fault as Discord does. */
export function schemaProblems(schema: z.ZodMiniType, body: unknown): Problem[] {
  const result = schema.safeParse(body);
  return result.success ? [] : result.error.issues.flatMap((issue) => problemsOf(issue, body, []));
}

function problemsOf(issue: Issue, body: unknown, above: Path): Problem[] {
  const path = [...above, ...issue.path.map(step)];
  const value = valueAt(body, path);
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue, path, value, body);
    case 'invalid_value':
      return wrongValue(issue, path, value);
    case 'too_big':
      return tooBig(issue, path, value);
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? [tooShort(path, Number(issue.minimum))]
        : [tooSmall(path, Number(issue.minimum))];
    case 'invalid_format':
      return wrongFormat(issue, path, value);
    case 'invalid_union':
      return noVariant(issue, path, value, body);
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case undefined:
    default:
      return [{ path, code: 'BASE_TYPE_INVALID', message: 'This value is not accepted.' }];
  }
}

function wrongType(issue: Narrow<'invalid_type'>, path: Path, value: unknown, body: unknown): Problem[] {
  if (isAbsent(value)) return isEmojiById(path, body) ? [] : [required(path)];
  if (isReadAs(issue.expected, value)) return [];
  const { code, message } = WRONG_TYPES[issue.expected] ?? NOT_A_MODEL;
  return [{ path, code, message: message(show(value)) }];
}

/** Discord reads numbers as text, digits as numbers and a few words as booleans. */
function isReadAs(expected: string, value: unknown): boolean {
  if (expected === 'string') return typeof value === 'number';
  if (expected === 'boolean') return BOOLEAN_WORDS.has(value);
  return (expected === 'number' || expected === 'int') && isDigits(value);
}

/** The description demands the name of an emoji, Discord is content with its id. */
function isEmojiById(path: Path, body: unknown): boolean {
  if (path.at(-1) !== 'name' || path.at(-2) !== 'emoji') return false;
  const emoji = valueAt(body, path.slice(0, -1));
  return isObject(emoji) && !isAbsent(emoji['id']);
}

function wrongValue(issue: Narrow<'invalid_value'>, path: Path, value: unknown): Problem[] {
  if (isAbsent(value)) return [required(path)];
  if (isDigits(value) && issue.values.some((accepted) => String(accepted) === value)) return [];
  if (isForward(path, value)) return [];
  return [notOneOf(path, issue.values)];
}

/** The description knows replies (0) only, not forwards (1). */
function isForward(path: Path, value: unknown): boolean {
  return path.at(-1) === 'type' && path.at(-2) === 'message_reference' && (value === 1 || value === '1');
}

function tooBig(issue: Narrow<'too_big'>, path: Path, value: unknown): Problem[] {
  const maximum = Number(issue.maximum);
  if (typeof value === 'string') return characters(value.trim()) > maximum ? [tooLong(path, maximum)] : [];
  return Array.isArray(value) ? [tooLong(path, maximum)] : [tooLarge(path, maximum)];
}

function tooShort(path: Path, minimum: number): Problem {
  return { path, code: 'BASE_TYPE_MIN_LENGTH', message: `Must be at least ${minimum} in length.` };
}

function wrongFormat(issue: Narrow<'invalid_format'>, path: Path, value: unknown): Problem[] {
  const shown = show(value);
  if (issue.format === 'url') {
    return shown === '' || URL_WITH_SCHEME.test(shown.trim()) ? [] : [notAUrl(path)];
  }
  if (issue.format === 'datetime') {
    return Number.isNaN(Date.parse(shown)) ? [notATime(path, shown)] : [];
  }
  return [{ path, code: 'NUMBER_TYPE_COERCE', message: `Value "${shown}" is not snowflake.` }];
}

function noVariant(issue: Narrow<'invalid_union'>, path: Path, value: unknown, body: unknown): Problem[] {
  const variants = issue.errors.map((issues) => issues.flatMap((inner) => problemsOf(inner, body, path)));
  const ofThisShape = variants.filter((problems) =>
    problems.every((problem) => problem.path.length > path.length),
  );
  const candidates = ofThisShape.length > 0 ? ofThisShape : variants;
  const ofThisType = candidates.filter(
    (problems) => !problems.some((problem) => isOfOtherType(problem, path)),
  );
  const [first = [], ...rest] = ofThisType;
  if (ofThisType.length > 0) {
    return rest.reduce((best, problems) => (problems.length < best.length ? problems : best), first);
  }
  const discriminator = variants.flat().find((problem) => isOfOtherType(problem, path));
  if (!discriminator) return [required(path)];
  const name = String(discriminator.path.at(-1));
  if (!isObject(value) || isAbsent(value[name])) return [discriminator];
  return [
    notOneOfType(
      discriminator.path,
      issue.errors.flat().flatMap((inner) => acceptedAs(name, inner)),
    ),
  ];
}

function acceptedAs(name: string, issue: Issue): readonly unknown[] {
  return issue.code === 'invalid_value' && issue.path.length === 1 && issue.path[0] === name
    ? issue.values
    : [];
}

function isOfOtherType(problem: Problem, union: Path): boolean {
  return problem.path.length === union.length + 1 && DISCRIMINATORS.has(problem.path.at(-1));
}

function step(key: PropertyKey): string | number {
  return typeof key === 'symbol' ? key.toString() : key;
}

function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isObject(value) ? value[key] : undefined;
  }, body);
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
