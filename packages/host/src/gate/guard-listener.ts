import type { Listener } from '@sapphire/framework';
import { noteInterest } from '../messages/message-interest.ts';
import { eventGuild } from './event-guild.ts';
import type { GuardParts } from './guard-parts.ts';
import { isSelective } from './selective-listener.ts';

type Callback = (...args: readonly unknown[]) => void;

/** Replaces what is attached to the emitter, so that an event of a guild where the plugin is off costs one look-up. */
export function guardListener(piece: Listener, pluginId: string, parts: GuardParts): void {
  const { gate, dispatcher, metrics } = parts;
  if (piece['_listener'] === null) return;
  const listener: Callback = (...args) => {
    const guildId = eventGuild(args);
    const decision = gate.decide(pluginId, guildId);
    metrics.gateDecided(pluginId, decision);
    if (decision !== 'open') {
      rearm(piece, listener);
      return;
    }
    const isFor = isForIt(piece, args);
    if (isFor === false) {
      rearm(piece, listener);
      return;
    }
    const entry = { plugin: pluginId, kind: 'listener', name: piece.name, guildId } as const;
    const run = dispatcher.start(entry, () => (isFor === true ? piece.run(...args) : isFor()));
    if (piece.once) void Promise.resolve(run).then(() => dispatcher.attempt(entry, () => unload(piece)));
  };
  noteInterest(listener, {
    wants: ({ guild_id }) => gate.decide(pluginId, guild_id) === 'open',
    passOver: ({ guild_id }) => metrics.gateDecided(pluginId, gate.decide(pluginId, guild_id)),
  });
  // Private in Sapphire's types; its loader strategy attaches and detaches exactly this function.
  Object.assign(piece, { _listener: listener });
}

/** Whether the listener itself takes an event; where asking failed, what fails the same way as a part of its run. */
function isForIt(piece: Listener, args: readonly unknown[]): boolean | (() => never) {
  if (!isSelective(piece)) return true;
  try {
    return piece.isFor(...args);
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

/** The emitter has dropped a `once` listener that was not let in; it still waits for its first event. */
function rearm(piece: Listener, listener: Callback): void {
  if (piece.once && isInserted(piece)) piece.emitter?.once(piece.event, listener);
}

/** Sapphire's end of a `once` listener. */
async function unload(piece: Listener): Promise<void> {
  if (isInserted(piece)) await piece.unload();
}

function isInserted(piece: Listener): boolean {
  return piece.store.get(piece.name) === piece;
}
