/** The largest number that PostgreSQL's `integer` holds. */
export const LARGEST_INTEGER = 2_147_483_647;

/**
 * The numbers from 1 that begin with what was typed, as ranges in order, because those an index finds: `12` begins 12,
 * 120 to 129, 1200 to 1299, and so on. All of them where nothing was typed, none where it is no number.
 */
export function numberRanges(typed: string): [from: number, to: number][] {
  if (typed === '') return [[1, LARGEST_INTEGER]];
  if (!/^[1-9]\d*$/.test(typed)) return [];
  const ranges: [number, number][] = [];
  let from = Number(typed);
  for (let width = 1; from <= LARGEST_INTEGER; width *= 10, from *= 10)
    ranges.push([from, Math.min(from + width - 1, LARGEST_INTEGER)]);
  return ranges;
}
