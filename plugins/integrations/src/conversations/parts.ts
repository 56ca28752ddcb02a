/** The largest part, in bytes of JSON: about 12,000 tokens, at three bytes to a token. */
const LARGEST_PART = 36_000;
/** More is not read at once, whatever people wrote. */
const MOST_PARTS = 6;

export interface Parts<Item> {
  /** In the order of the items, each small enough for one request. */
  readonly parts: readonly (readonly Item[])[];
  /** How many of the oldest items had no room. */
  readonly leftOut: number;
}

/** Splits a conversation between messages. What has no room is the oldest of it. */
export function splitIntoParts<Item>(items: readonly Item[], shape: (item: Item) => object): Parts<Item> {
  const parts: Item[][] = [];
  let room = 0;
  let taken = 0;
  for (const item of items.toReversed()) {
    const size = Buffer.byteLength(JSON.stringify(shape(item))) + 1;
    if (size > room || parts.length === 0) {
      if (parts.length === MOST_PARTS) break;
      parts.unshift([]);
      room = LARGEST_PART;
    }
    parts[0]?.unshift(item);
    room -= size;
    taken += 1;
  }
  return { parts, leftOut: items.length - taken };
}
