import { Listener } from '@sapphire/framework';
import type { StagedPiece } from './stage-pieces.ts';
import { withTimeout } from './with-timeout.ts';

const HOOK_TIMEOUT_MS = 5_000;

/** @throws {Error} that of the piece's `onLoad`, or that it took too long. {@link removePiece} cleans up after it. */
export async function insertPiece({ store, piece, name }: StagedPiece): Promise<void> {
  await withTimeout(store.insert(piece), { ms: HOOK_TIMEOUT_MS, what: `onLoad of the piece "${name}"` });
}

/**
 * Takes a piece out of its store and off its emitter, also one whose `onLoad` failed or never ended: Sapphire attaches
 * a listener before it.
 *
 * @throws {Error} that of the piece's `onUnload`, when everything else is done.
 */
export async function removePiece({ store, piece, name }: StagedPiece): Promise<void> {
  const isInserted = store.get(name) === piece;
  const onUnload = piece.onUnload.bind(piece);
  // An insertion that is still waiting for `onLoad` looks at this when it wakes up.
  piece.enabled = false;
  // Sapphire would stop half-way when the author's hook throws, so it runs below.
  piece.onUnload = () => undefined;
  if (piece instanceof Listener) detachOnce(piece);
  await store.unload(piece);
  // A `once` listener that has fired has unloaded itself.
  if (isInserted)
    await withTimeout(Promise.try(onUnload), {
      ms: HOOK_TIMEOUT_MS,
      what: `onUnload of the piece "${name}"`,
    });
}

/** Sapphire leaves these on the emitter when they are unloaded. */
function detachOnce(listener: Listener<never>): void {
  const callback: unknown = listener['_listener'];
  if (!listener.once || !listener.emitter || typeof callback !== 'function') return;
  const { emitter } = listener;
  const attached = emitter.listenerCount(listener.event);
  emitter.off(listener.event, callback as () => void); // -- `_listener` is private in Sapphire's types
  const maxListeners = emitter.getMaxListeners();
  if (maxListeners !== 0 && emitter.listenerCount(listener.event) < attached)
    emitter.setMaxListeners(maxListeners - 1);
  Object.assign(listener, { _listener: null });
}
