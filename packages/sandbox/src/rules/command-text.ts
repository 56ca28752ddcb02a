import { Locale } from 'discord-api-types/v10';
import type { Problem } from './discord-error.ts';
import { asObject, asText, characters, isObject, type JsonObject } from './json.ts';
import { badLength, notOneOf, type Path } from './problem.ts';

const LOCALES: readonly string[] = Object.values(Locale);
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;
const MAXIMUM_NAME = 32;

/**
 * The name of a chat command or option, its translations included.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
 */
export function* nameProblems(holder: JsonObject, path: Path): Generator<Problem> {
  if (holder['name'] !== undefined) yield* oneNameProblems(holder['name'], [...path, 'name']);
  for (const [locale, name] of Object.entries(asObject(holder['name_localizations']))) {
    if (name !== null) yield* oneNameProblems(name, [...path, 'name_localizations', locale]);
  }
}

/** Translations go by Discord's locales. */
export function* localizationsProblems(holder: JsonObject, path: Path): Generator<Problem> {
  for (const field of ['name_localizations', 'description_localizations'] as const) {
    const texts = holder[field];
    if (!isObject(texts)) continue;
    for (const locale of Object.keys(texts)) {
      if (!LOCALES.includes(locale)) yield notOneOf([...path, field, locale], LOCALES);
    }
  }
}

function* oneNameProblems(value: unknown, path: Path): Generator<Problem> {
  const name = asText(value).trim();
  const length = characters(name);
  if (length === 0 || length > MAXIMUM_NAME) {
    yield badLength(path, 1, MAXIMUM_NAME);
  } else if (!NAME.test(name)) {
    yield { path, code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' };
    yield invalidName(path);
  } else if (name !== name.toLowerCase()) {
    yield invalidName(path);
  }
}

function invalidName(path: Path): Problem {
  return { path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' };
}
