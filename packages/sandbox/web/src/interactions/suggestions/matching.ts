/** Keeps what matches a text, beginnings first; an empty text keeps all. */
export function matching<Item>(
  items: readonly Item[],
  text: string,
  textsOf: (item: Item) => readonly string[],
): Item[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...items];
  const ranked = items.map((item) => ({ item, rank: rankOf(textsOf(item), wanted) }));
  return ranked
    .filter(({ rank }) => rank < NO_MATCH)
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

const NO_MATCH = 2;

function rankOf(texts: readonly string[], wanted: string): number {
  const lower = texts.map((text) => text.toLowerCase());
  if (lower.some((text) => text.startsWith(wanted))) return 0;
  return lower.some((text) => text.includes(wanted)) ? 1 : NO_MATCH;
}
