import type { LibraryHeading } from '../database/library-repository.ts';

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** By tag, what has none last; then by title, numbers by their value: `Chapter 2` before `Chapter 10`. */
export function inNaturalOrder(entries: readonly LibraryHeading[]): readonly LibraryHeading[] {
  return entries.toSorted((one, other) => {
    if (one.tag !== other.tag) {
      if (one.tag === null) return 1;
      return other.tag === null ? -1 : COLLATOR.compare(one.tag, other.tag);
    }
    return COLLATOR.compare(one.title, other.title);
  });
}
