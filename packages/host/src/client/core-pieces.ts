import { container } from '@sapphire/pieces';

type Entry = Parameters<typeof container.stores.loadPiece>[0];

/**
 * Sapphire's own pieces, which wait for the first client of the process and are then forgotten: a client that follows
 * (a restart within the process, as tests do) would react to nothing. There is no public reader of a store's list.
 */
export function corePieces(): Entry[] {
  return [...container.stores.values()].flatMap((store) => {
    const entries: unknown = Object.getOwnPropertySymbols(store)
      .map((symbol): unknown => Reflect.get(store, symbol))
      .find((value) => value instanceof Map);
    if (!(entries instanceof Map)) return [];
    // Each value is what `loadPiece` took, without the store.
    return [...entries.values()].map((entry: object) => ({ ...entry, store: store.name }) as Entry);
  });
}

/** Gives the stores of a new client the pieces that an earlier one had. */
export async function restoreCorePieces(entries: readonly Entry[]): Promise<void> {
  for (const entry of entries) await container.stores.loadPiece(entry);
}
