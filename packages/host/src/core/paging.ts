/** A part of a sorted list. */
export interface ListPage<Item> {
  readonly items: readonly Item[];
  /** Where the page before and after begins; absent where there is none. */
  readonly previous?: string;
  readonly next?: string;
}

export interface ListPageOptions<Item> {
  readonly keyOf: (item: Item) => string;
  readonly size: number;
  /** The key of the page's first item; the list's beginning where it is absent or no longer there. */
  readonly from?: string | undefined;
}

/** The page of a list that is in memory. It is found by what it begins with, so that it holds when the list changes. */
export function pageFrom<Item>(
  list: readonly Item[],
  { keyOf, size, from }: ListPageOptions<Item>,
): ListPage<Item> {
  const found = from === undefined ? -1 : list.findIndex((item) => keyOf(item) === from);
  const start = Math.max(found, 0);
  const before = list[Math.max(start - size, 0)];
  const after = list[start + size];
  return {
    items: list.slice(start, start + size),
    ...(start > 0 && before !== undefined && { previous: keyOf(before) }),
    ...(after !== undefined && { next: keyOf(after) }),
  };
}
