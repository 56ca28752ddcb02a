import { MARK } from '../ledger.ts';

const MARKS = new RegExp(MARK, 'g');

/** How often each mark is among texts; several times in one text count once. */
export function marksIn(texts: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const mark of new Set(text.match(MARKS))) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return counts;
}
