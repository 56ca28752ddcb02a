import { container, type Piece, type Store } from '@sapphire/pieces';
import type { PieceClass, Plugin, PluginPieces } from '@twi/sdk';

/** The order in which a plugin's pieces are inserted: what others refer to comes first, what people see last. */
const STORES = [
  ['preconditions', 'preconditions'],
  ['interactionHandlers', 'interaction-handlers'],
  ['listeners', 'listeners'],
  ['commands', 'commands'],
] as const satisfies readonly (readonly [keyof PluginPieces, string])[];

/** A piece class of a manifest and where it belongs. */
export interface ListedPiece {
  readonly store: Store<Piece>;
  /** Its key in the manifest. */
  readonly key: string;
  /** What Sapphire will call it: commands keep their names, everything else carries its plugin's. */
  readonly name: string;
  readonly pieceClass: PieceClass<Piece>;
}

export function listPieces(plugin: Plugin): ListedPiece[] {
  return STORES.flatMap(([kind, storeName]) => {
    const store = container.stores.get(storeName) as unknown as Store<Piece>; // -- the four stores differ only in the kind of piece
    return Object.entries<PieceClass<Piece>>(plugin.pieces?.[kind] ?? {}).map(([key, pieceClass]) => ({
      store,
      key,
      name: kind === 'commands' ? key : `${plugin.id}/${key}`,
      pieceClass,
    }));
  });
}
