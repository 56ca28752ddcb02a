import { Command } from '@sapphire/framework';
import { container, type Piece, VirtualPath } from '@sapphire/pieces';
import type { Plugin, PluginContext } from '@twi/sdk';
import { PluginLoadError } from './load-error.ts';
import { type ListedPiece, listPieces } from './piece-stores.ts';

/** A piece that was constructed and is in no store yet. */
export interface StagedPiece extends ListedPiece {
  readonly piece: Piece;
}

/**
 * Constructs the pieces of a plugin, after checking that none would evict another of the same name. `onConstructed`
 * hears of each at once, so that a failure in the middle can be undone.
 */
export function stagePieces(
  plugin: Plugin,
  context: PluginContext,
  onConstructed: (staged: StagedPiece) => void,
): StagedPiece[] {
  const listed = listPieces(plugin);
  for (const { store, name } of listed)
    assertFree({ plugin, name, taken: store.get(name), storeName: store.name });
  return listed.map((entry) => {
    const staged = { ...entry, piece: construct(entry, plugin) };
    container.pluginContexts.set(staged.piece, context);
    onConstructed(staged);
    return staged;
  });
}

function construct({ store, key, name, pieceClass }: ListedPiece, plugin: Plugin): Piece {
  let piece: Piece;
  try {
    // The key alone: a listener without an event of its own takes its name for it, here and now.
    piece = store.construct(pieceClass, { root: VirtualPath, path: VirtualPath, name: key, extension: '' });
  } catch (cause) {
    throw new PluginLoadError(
      'pieces',
      `The piece "${name}" of "${plugin.id}" cannot be constructed: ${String(cause)}`,
      { cause },
    );
  }
  assertName(piece, key, plugin);
  Object.assign(piece, { name, reload: refuseReload });
  if (piece instanceof Command)
    for (const alias of piece.aliases)
      assertFree({ plugin, name: alias, taken: store.get(alias), storeName: store.name });
  return piece;
}

/** Sapphire lets a piece rename itself in its options; the manifest is the table of contents. */
function assertName(piece: Piece, key: string, plugin: Plugin): void {
  if (piece.name === key) return;
  throw new PluginLoadError(
    'pieces',
    `The piece "${key}" of "${plugin.id}" calls itself "${piece.name}"; its key in the manifest must be its name.`,
  );
}

interface NameClaim {
  readonly plugin: Plugin;
  readonly name: string;
  readonly taken: Piece | undefined;
  readonly storeName: string;
}

function assertFree({ plugin, name, taken, storeName }: NameClaim): void {
  if (!taken) return;
  throw new PluginLoadError(
    storeName === 'commands' ? 'commands' : 'pieces',
    `The plugins "${plugin.id}" and "${ownerOf(taken)}" both have "${name}" in ${storeName}; the first one loaded keeps it.`,
  );
}

/** The plugin of a loaded piece, for naming it. */
export function ownerOf(piece: Piece): string {
  return container.pluginContexts.get(piece)?.id ?? 'sapphire';
}

/** It would load one file without what the file imports, as a piece that the host does not know. */
function refuseReload(this: Piece): Promise<void> {
  return Promise.reject(
    new TypeError(`The piece "${this.name}" belongs to a plugin, which is reloaded as a whole.`),
  );
}
