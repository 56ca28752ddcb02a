import type { Problem } from './discord-error.ts';
import { characters } from './json.ts';
import { lengthBoundsAt } from './length-bounds.ts';
import { badLength, tooLarge, tooLong, tooShort, tooSmall as numberTooSmall } from './problem.ts';
import type { Checked, Place } from './place.ts';

/** A number above the maximum, or a text or list that is longer. Of texts Discord counts characters, without white space around them. */
export function tooBig(maximum: number, { path, value }: Place, checked: Checked): Problem[] {
  if (typeof value === 'number') return [tooLarge(path, maximum)];
  if (typeof value === 'string' && characters(value.trim()) <= maximum) return [];
  const bounds = lengthBoundsAt(checked.schema, path, (found) => found.maximum === maximum);
  const minimum = bounds?.minimum ?? 0;
  return [minimum > 0 ? badLength(path, minimum, maximum) : tooLong(path, maximum)];
}

/** A number below the minimum, or a text or list that is shorter. */
export function tooSmall(minimum: number, { path, value }: Place, checked: Checked): Problem[] {
  if (typeof value === 'number') return [numberTooSmall(path, minimum)];
  const bounds = lengthBoundsAt(checked.schema, path, (found) => found.minimum === minimum);
  const maximum = bounds?.maximum;
  return [maximum === undefined ? tooShort(path, minimum) : badLength(path, minimum, maximum)];
}
