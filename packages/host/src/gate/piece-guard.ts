import { Command, InteractionHandler, Listener, Precondition } from '@sapphire/framework';
import type { Piece } from '@sapphire/pieces';
import { guardCommand } from './guard-command.ts';
import { guardInteractionHandler } from './guard-interaction-handler.ts';
import { guardListener } from './guard-listener.ts';
import type { GuardParts } from './guard-parts.ts';
import { guardPrecondition } from './guard-precondition.ts';

/** Puts the gate, the permission check and the dispatcher in front of every way into a piece. */
export class PieceGuard {
  readonly #parts: GuardParts;
  readonly #owners = new WeakMap<object, string>();

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  /**
   * Guards a piece of a plugin. Called once, after the piece got its final name and before it is inserted: Sapphire
   * calls `this.run(…)` and the like, so that own properties win over the author's methods.
   */
  wrapPiece(piece: Piece, pluginId: string): void {
    this.#owners.set(piece, pluginId);
    if (piece instanceof Listener) guardListener(piece, pluginId, this.#parts);
    else if (piece instanceof Command) guardCommand(piece, pluginId, this.#parts);
    else if (piece instanceof InteractionHandler) guardInteractionHandler(piece, pluginId, this.#parts);
    else if (piece instanceof Precondition) guardPrecondition(piece, pluginId, this.#parts);
  }

  /** The plugin that a piece belongs to; `undefined` for Sapphire's own. */
  ownerOf(piece: Piece): string | undefined {
    return this.#owners.get(piece);
  }
}
