import { asList, asNumber, asObject, isObject, type JsonObject } from './json.ts';
import type { Path } from './problem.ts';

/** A component and where it stands. */
export interface PlacedComponent {
  readonly component: JsonObject;
  readonly type: number | undefined;
  readonly path: Path;
}

/** The components of a list, without what is in them. */
export function* placed(list: unknown, path: Path): Generator<PlacedComponent> {
  for (const [index, entry] of asList(list).entries()) {
    yield placeOf(entry, [...path, index]);
  }
}

/** Every component of a list, with all that rows, sections, containers and labels hold. */
export function* everyComponent(list: unknown, path: Path): Generator<PlacedComponent> {
  for (const place of placed(list, path)) {
    yield place;
    yield* everyComponent(place.component['components'], [...place.path, 'components']);
    for (const slot of ['accessory', 'component'] as const) {
      const held = place.component[slot];
      if (isObject(held)) yield placeOf(held, [...place.path, slot]);
    }
  }
}

function placeOf(entry: unknown, path: Path): PlacedComponent {
  const component = asObject(entry);
  return { component, type: asNumber(component['type']), path };
}
