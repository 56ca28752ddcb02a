import { ApplicationCommandOptionType as OptionType } from 'discord-api-types/v10';
import { localizationsProblems, nameProblems } from './command-text.ts';
import type { Problem } from './discord-error.ts';
import { asList, asNumber, asObject, asText, characters, type JsonObject } from './json.ts';
import { type Path, tooLong } from './problem.ts';

const MAXIMUM_CHOICE_VALUE = 100;
const SUBCOMMANDS: ReadonlySet<number | undefined> = new Set([
  OptionType.Subcommand,
  OptionType.SubcommandGroup,
]);

/**
 * What the description does not hold of a command's options: names, their order, mixtures and choices.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-structure
 */
export function* optionsProblems(value: unknown, path: Path): Generator<Problem> {
  const options = asList(value).map(asObject);
  yield* mixtureProblems(options, path);
  yield* orderProblems(options, path);
  const names = new Set<string>();
  for (const [index, option] of options.entries()) {
    const place = [...path, index];
    yield* nameProblems(option, place);
    yield* localizationsProblems(option, place);
    yield* choicesProblems(option, place);
    yield* optionsProblems(option['options'], [...place, 'options']);
    const name = asText(option['name']);
    if (names.has(name)) yield duplicateName([...place, 'name']);
    names.add(name);
  }
}

/** Subcommands stand by themselves. */
function* mixtureProblems(options: readonly JsonObject[], path: Path): Generator<Problem> {
  const isSubcommand = options.map((option) => SUBCOMMANDS.has(asNumber(option['type'])));
  const odd = isSubcommand.findIndex((kind) => kind !== isSubcommand[0]);
  if (odd === -1) return;
  yield {
    path: [...path, odd],
    code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
  };
}

function* orderProblems(options: readonly JsonObject[], path: Path): Generator<Problem> {
  const firstOptional = options.findIndex((option) => option['required'] !== true);
  if (firstOptional === -1) return;
  for (const [index, option] of options.entries()) {
    if (index < firstOptional || option['required'] !== true) continue;
    yield {
      path: [...path, index],
      code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
      message: 'Required options must be placed before non-required options',
    };
  }
}

function* choicesProblems(option: JsonObject, path: Path): Generator<Problem> {
  const choices = asList(option['choices']);
  if (choices.length > 0 && option['autocomplete'] === true) {
    yield {
      path: [...path, 'autocomplete'],
      code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE',
      message: 'Autocomplete options cannot have choices',
    };
  }
  yield* choiceValueProblems(choices, [...path, 'choices']);
}

/** A text of a choice is at most 100 characters long (the description says 6,000), in commands and autocomplete alike. */
export function* choiceValueProblems(choices: readonly unknown[], path: Path): Generator<Problem> {
  for (const [index, entry] of choices.entries()) {
    const value = asObject(entry)['value'];
    if (typeof value === 'string' && characters(value) > MAXIMUM_CHOICE_VALUE) {
      yield tooLong([...path, index, 'value'], MAXIMUM_CHOICE_VALUE);
    }
    yield* localizationsProblems(asObject(entry), [...path, index]);
  }
}

function duplicateName(path: Path): Problem {
  const message = 'Option name already exists';
  return { path, code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', message };
}
