import { container } from '@sapphire/pieces';

type Entry = Parameters<typeof container.stores.loadPiece>[0];

/** By store and name. A client that somebody else makes in between leaves its successor none. */
const remembered = new Map<string, Entry>();

/**
 * Remembers Sapphire's own pieces, which wait for the first client of the process and are then forgotten: a client that
 * follows (a restart within the process, as tests do) would react to nothing. There is no public reader of a store's list.
 */
export function rememberCorePieces(): void {
  for (const store of container.stores.values()) {
    const entries: unknown = Object.getOwnPropertySymbols(store)
      .map((symbol): unknown => Reflect.get(store, symbol))
      .find((value) => value instanceof Map);
    if (!(entries instanceof Map)) continue;
    // Each value is what `loadPiece` took, without the store.
    for (const entry of entries.values() as Iterable<Omit<Entry, 'store'>>)
      remembered.set(`${store.name}/${entry.name}`, { ...entry, store: store.name });
  }
}

/** Gives the stores of a new client the pieces that earlier ones had. */
export async function restoreCorePieces(): Promise<void> {
  for (const entry of remembered.values()) await container.stores.loadPiece(entry);
}
