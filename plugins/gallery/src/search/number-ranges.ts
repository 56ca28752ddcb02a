/** The largest number that an item can have: PostgreSQL's `integer`. */
export const LARGEST_NUMBER = 2_147_483_647;

/** The numbers that begin with digits: `12` begins 12, 120–129, 1200–1299, … As ranges, because those an index finds. */
export function numberRanges(digits: string): [from: number, to: number][] {
  if (!/^[1-9]\d*$/.test(digits)) return [];
  const ranges: [number, number][] = [];
  let from = Number(digits);
  for (let width = 1; from <= LARGEST_NUMBER; width *= 10, from *= 10)
    ranges.push([from, Math.min(from + width - 1, LARGEST_NUMBER)]);
  return ranges;
}
