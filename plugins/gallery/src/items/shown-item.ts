import type { Item } from '../database/item-repository.ts';
import type { Files, FreshFile } from '../files/files.ts';

/** An item with its files, all with addresses that work. */
export interface ShownItem {
  readonly item: Item;
  readonly files: readonly FreshFile[];
  /** Of a picture that is only linked to. */
  readonly pictureUrl?: string | undefined;
}

/** Items with their files; `most` of each item, as lists show one alone. */
export async function withFiles(
  items: readonly Item[],
  files: Pick<Files, 'freshAll' | 'freshLinks' | 'of'>,
  most = Number.POSITIVE_INFINITY,
): Promise<ShownItem[]> {
  const stored = await files.of(items);
  const wanted = items.flatMap(({ number }) => stored.get(number)?.slice(0, most) ?? []);
  const fresh = Map.groupBy(await files.freshAll(wanted), ({ file }) => file.itemNumber);
  const linked = items.flatMap(({ kind, number, url }) =>
    kind === 'image' && url && !stored.has(number) ? [{ number, url }] : [],
  );
  const links = await files.freshLinks(linked.map(({ url }) => url));
  const pictures = new Map(linked.map(({ number, url }) => [number, links.get(url) ?? url]));
  return items.map((item) => ({
    item,
    files: fresh.get(item.number) ?? [],
    pictureUrl: pictures.get(item.number),
  }));
}
