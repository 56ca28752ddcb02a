import { Command, type Precondition } from '@sapphire/framework';
import type { BaseInteraction, Message } from 'discord.js';
import { interactionEntry, type Reached } from '../dispatch/entry-of.ts';
import { entryPerson } from '../dispatch/entry-person.ts';
import type { EntryPoint } from '../entry-point.ts';
import { closedError } from './closed-words.ts';
import type { GuardParts } from './guard-parts.ts';

const METHODS = ['chatInputRun', 'contextMenuRun', 'messageRun'] as const;

/** Told and logged where it was thrown; the command that asked is denied without a second word. */
export const HANDLED_ELSEWHERE = 'core.handled-elsewhere';

type Ask = (source: BaseInteraction | Message, ...rest: readonly unknown[]) => Precondition.Result;

/**
 * Guards a precondition. Where its plugin is off it does not run: a global one, which is asked for every plugin's commands,
 * has no objection then; one that a command names cannot be met.
 */
export function guardPrecondition(piece: Precondition, pluginId: string, parts: GuardParts): void {
  const { gate, dispatcher, plugins } = parts;
  for (const method of METHODS) {
    const original: unknown = Reflect.get(piece, method);
    if (typeof original !== 'function') continue;
    const ask: Ask = original.bind(piece);
    const guarded: Ask = async (source, ...rest): Precondition.AsyncResult => {
      const why = gate.decide(pluginId, source.guildId ?? undefined);
      if (why !== 'open') {
        if (piece.position !== null) return piece.ok();
        return piece.error(closedError('command', { plugin: plugins.get(pluginId), pluginId, why }));
      }
      const command = rest[0] instanceof Command ? rest[0] : undefined;
      const entry = entryOf(
        { plugin: pluginId, kind: 'precondition', name: piece.name, piece: command },
        source,
      );
      const outcome = await dispatcher.attempt(entry, () => ask(source, ...rest));
      return outcome.ok ? outcome.value : piece.error({ identifier: HANDLED_ELSEWHERE });
    };
    Object.assign(piece, { [method]: guarded });
  }
}

/** As discreet as the command that it guards. */
function entryOf(reached: Reached, source: BaseInteraction | Message): EntryPoint {
  if (!('author' in source)) return interactionEntry(reached, source);
  const { piece, ...entry } = reached;
  const person = entryPerson(piece, source.author.id);
  return { ...entry, guildId: source.guildId ?? undefined, ...person, message: source };
}
