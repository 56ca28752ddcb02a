import type { Problem } from './discord-error.ts';

export type Path = Problem['path'];

/** "This field is required": the field is missing, `null` or blank. */
export function required(path: Path): Problem {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

/** The value is none of those that Discord knows. */
export function notOneOf(path: Path, accepted: readonly unknown[]): Problem {
  return { path, code: 'BASE_TYPE_CHOICES', message: `Value must be one of (${accepted.join(', ')}).` };
}

/** The text or list is longer than `maximum`. */
export function tooLong(path: Path, maximum: number): Problem {
  return { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maximum} or fewer in length.` };
}

/** The length of the text or list is outside its range. */
export function badLength(path: Path, minimum: number, maximum: number): Problem {
  return {
    path,
    code: 'BASE_TYPE_BAD_LENGTH',
    message: `Must be between ${minimum} and ${maximum} in length.`,
  };
}

/** The number is above `maximum`. */
export function tooLarge(path: Path, maximum: number): Problem {
  return {
    path,
    code: 'NUMBER_TYPE_MAX',
    message: `int value should be less than or equal to ${maximum}.`,
  };
}

/** The number is below `minimum`. */
export function tooSmall(path: Path, minimum: number): Problem {
  return {
    path,
    code: 'NUMBER_TYPE_MIN',
    message: `int value should be greater than or equal to ${minimum}.`,
  };
}

/** The text is no URL at all. */
export function notAUrl(path: Path): Problem {
  return { path, code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
}

/** The text is no moment that Discord can read. */
export function notATime(path: Path, shown: string): Problem {
  return { path, code: 'DATE_TIME_TYPE_PARSE', message: `Could not parse ${shown}. Should be ISO8601.` };
}

/** The `type` of a component or option is none of those that may stand here. */
export function notOneOfType(path: Path, accepted: readonly unknown[]): Problem {
  const message = `Value of field "${path.at(-1)}" must be one of (${accepted.join(', ')}).`;
  return { path, code: 'UNION_TYPE_CHOICES', message };
}

/** The text or list is shorter than `minimum`. */
export function tooShort(path: Path, minimum: number): Problem {
  return { path, code: 'BASE_TYPE_MIN_LENGTH', message: `Must be at least ${minimum} in length.` };
}
