import type { Random } from '../random.ts';
import type { Deed } from './deed.ts';
import { GALLERY_DEEDS } from './gallery-deeds.ts';
import { LINK_DEEDS } from './link-deeds.ts';
import { MODERATION_DEEDS } from './moderation-deeds.ts';
import { READING_DEEDS } from './reading-deeds.ts';
import { UTILITY_DEEDS } from './utility-deeds.ts';

/** Everything that people do, besides talking. */
const DEEDS: readonly Deed[] = [
  ...MODERATION_DEEDS,
  ...GALLERY_DEEDS,
  ...LINK_DEEDS,
  ...UTILITY_DEEDS,
  ...READING_DEEDS,
];
const TOTAL_WEIGHT = DEEDS.reduce((sum, { weight }) => sum + weight, 0);

/** One of the things that people do, the heavier the likelier. @throws RangeError never: the weights make up the bound */
export function pickDeed(random: Random): Deed {
  let left = random.below(TOTAL_WEIGHT);
  const deed = DEEDS.find(({ weight }) => (left -= weight) < 0);
  if (!deed) throw new RangeError('The weights do not add up.');
  return deed;
}
