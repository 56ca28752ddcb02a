import { ComponentType } from 'discord-api-types/v10';
import { everyComponent, type PlacedComponent } from './component-tree.ts';
import { componentProblems, customIdProblems } from './components.ts';
import type { Problem } from './discord-error.ts';
import { asList, asNumber, asText, characters, isAbsent, isBlank, type JsonObject } from './json.ts';
import { badLength, type Path, required, tooSmall } from './problem.ts';

const MAXIMUM_ROWS = 5;

/**
 * What the description does not hold of modals.
 *
 * @see https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal
 */
export function* modalProblems(modal: JsonObject, path: Path): Generator<Problem> {
  const components = modal['components'];
  const place = [...path, 'components'];
  if (asList(components).length > MAXIMUM_ROWS) yield badLength(place, 1, MAXIMUM_ROWS);
  yield* customIdProblems(components, place);
  for (const one of everyComponent(components, place)) {
    yield* componentProblems(one);
    if (one.type === ComponentType.TextInput) yield* textInputProblems(one);
  }
}

function* textInputProblems({ component, path }: PlacedComponent): Generator<Problem> {
  // In a row the input carries its own label, in a label component it does not.
  const isInRow = path.at(-2) === 'components';
  if (isInRow && isBlank(asText(component['label']))) yield required([...path, 'label']);
  const minimum = asNumber(component['min_length']) ?? 0;
  const maximum = asNumber(component['max_length']);
  if (maximum === undefined) return;
  if (minimum > maximum) yield tooSmall([...path, 'max_length'], minimum);
  const value = component['value'];
  if (!isAbsent(value) && characters(asText(value)) > maximum) {
    yield badLength([...path, 'value'], minimum, maximum);
  }
}
