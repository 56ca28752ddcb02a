import type { Item } from '../database/item-repository.ts';
import type { Files, FreshFile } from '../files/files.ts';

/** An item with its files, whose addresses work. */
export interface ShownItem {
  readonly item: Item;
  readonly files: readonly FreshFile[];
}

/** Items with their files; `most` of each item, as lists show one alone. */
export async function withFiles(
  items: readonly Item[],
  files: Pick<Files, 'freshAll' | 'of'>,
  most = Number.POSITIVE_INFINITY,
): Promise<ShownItem[]> {
  const stored = await files.of(items);
  const wanted = items.flatMap(({ number }) => stored.get(number)?.slice(0, most) ?? []);
  const fresh = Map.groupBy(await files.freshAll(wanted), ({ file }) => file.itemNumber);
  return items.map((item) => ({ item, files: fresh.get(item.number) ?? [] }));
}
