import type { Problem } from './discord-error.ts';
import { asList, asNumber, asObject, asText, isAbsent, isBlank, type JsonObject } from './json.ts';
import { type Path, required, tooShort, tooSmall } from './problem.ts';

/**
 * Numbers of values against each other and against the options, and options that are there twice.
 *
 * @see https://docs.discord.com/developers/components/reference#string-select
 */
export function* selectProblems(select: JsonObject, path: Path): Generator<Problem> {
  const minimum = asNumber(select['min_values']) ?? 1;
  const givenMaximum = asNumber(select['max_values']);
  const maximum = givenMaximum ?? 1;
  if (givenMaximum !== undefined && minimum > givenMaximum) yield tooSmall([...path, 'max_values'], minimum);
  if (asList(select['default_values']).length > maximum) {
    yield tooManyDefaults([...path, 'default_values'], maximum);
  }
  if (isAbsent(select['options'])) return;
  const options = asList(select['options']).map(asObject);
  const needed = Math.max(minimum, givenMaximum ?? 0);
  if (options.length < needed) {
    yield tooShort([...path, 'options'], needed);
  }
  yield* optionProblems(options, maximum, [...path, 'options']);
}

function* optionProblems(options: readonly JsonObject[], maximum: number, path: Path): Generator<Problem> {
  const values = new Set<string>();
  for (const [index, option] of options.entries()) {
    if (isBlank(asText(option['label']))) yield required([...path, index, 'label']);
    const value = asText(option['value']);
    if (values.has(value)) {
      yield {
        path: [...path, index, 'value'],
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message: 'The specified option value is already used',
      };
    }
    values.add(value);
  }
  if (options.filter((option) => option['default'] === true).length > maximum) {
    yield tooManyDefaults(path, maximum);
  }
}

function tooManyDefaults(path: Path, maximum: number): Problem {
  const message = `The number of default values must not exceed ${maximum}`;
  return { path, code: 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', message };
}
