import type { Command } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { type Phrase, reply, translator } from '@twi/sdk';
import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  ContextMenuCommandInteraction,
  Interaction,
  Message,
} from 'discord.js';
import { interactionEntry, messageEntry, typedName } from '../dispatch/entry-of.ts';
import type { EntryKind } from '../entry-point.ts';
import { orderCooldowns } from '../cooldowns/order-cooldowns.ts';
import { answer } from '../errors/answer.ts';
import { interactionNode } from '../permissions/command-node.ts';
import { missingNodeWords } from '../permissions/missing-node.ts';
import { closedWords } from './closed-words.ts';
import { guardMessageSubcommands } from './guard-message-subcommands.ts';
import type { GuardParts } from './guard-parts.ts';

/** What a method of a command is called with: what caused it, and what Sapphire adds. */
type Method<Source> = (source: Source, ...rest: readonly unknown[]) => unknown;

/** Guards the ways into a command. The host's precondition has asked who may use it, before its own preconditions. */
export function guardCommand(piece: Command, pluginId: string, parts: GuardParts): void {
  guardInteractionRun(piece, { method: 'chatInputRun', kind: 'chat-input', pluginId, parts });
  guardInteractionRun(piece, { method: 'contextMenuRun', kind: 'context-menu', pluginId, parts });
  guardMessageRun(piece, pluginId, parts);
  guardAutocomplete(piece, pluginId, parts);
  if (piece instanceof Subcommand) guardMessageSubcommands(piece, parts);
  orderCooldowns(piece);
}

/** Replaces a method, if the author wrote it: Sapphire asks by its presence what a command can do. */
function replace<Source>(
  piece: Command,
  name: string,
  guard: (original: Method<Source>) => Method<Source>,
): void {
  const original: unknown = Reflect.get(piece, name);
  if (typeof original !== 'function') return;
  const bound: Method<Source> = original.bind(piece);
  Object.assign(piece, { [name]: guard(bound) });
}

interface InteractionRun {
  readonly method: 'chatInputRun' | 'contextMenuRun';
  readonly kind: EntryKind;
  readonly pluginId: string;
  readonly parts: GuardParts;
}

function guardInteractionRun(piece: Command, { method, kind, pluginId, parts }: InteractionRun): void {
  const { gate, dispatcher, plugins } = parts;
  replace<ChatInputCommandInteraction | ContextMenuCommandInteraction>(
    piece,
    method,
    (original) =>
      (interaction, ...rest) => {
        const entry = interactionEntry(
          { plugin: pluginId, kind, name: typedName(interaction, piece), piece },
          interaction,
        );
        // Asked again: the plugin may have been switched off while preconditions ran.
        const decision = gate.decide(pluginId, interaction.guildId ?? undefined);
        if (decision !== 'open') {
          const words = closedWords('command', { plugin: plugins.get(pluginId), pluginId, why: decision });
          return refuse(entry.interaction, words);
        }
        return dispatcher.run(entry, () => original(interaction, ...rest));
      },
  );
}

function guardMessageRun(piece: Command, pluginId: string, { gate, dispatcher }: GuardParts): void {
  replace<Message>(piece, 'messageRun', (original) => (message, ...rest) => {
    if (gate.decide(pluginId, message.guildId ?? undefined) !== 'open') return undefined;
    return dispatcher.run(messageEntry(pluginId, piece, message, rest[0]), () => original(message, ...rest));
  });
}

function guardAutocomplete(piece: Command, pluginId: string, parts: GuardParts): void {
  const { gate, dispatcher, permissions, metrics, plugins } = parts;
  replace<AutocompleteInteraction>(piece, 'autocompleteRun', (original) => async (interaction, ...rest) => {
    const name = typedName(interaction, piece);
    const entry = interactionEntry({ plugin: pluginId, kind: 'autocomplete', name, piece }, interaction);
    const why = gate.decide(pluginId, interaction.guildId ?? undefined);
    metrics.gateDecided(pluginId, why);
    if (why !== 'open') {
      return refuse(
        entry.interaction,
        closedWords('command', { plugin: plugins.get(pluginId), pluginId, why }),
      );
    }
    const node = interactionNode(piece, interaction);
    if (node !== undefined && !(await permissions.allowsInteraction(interaction, node))) {
      return refuse(entry.interaction, missingNodeWords(node, permissions.declaration(node)));
    }
    return dispatcher.run(entry, () => original(interaction, ...rest));
  });
}

async function refuse(interaction: Interaction, words: Phrase): Promise<boolean> {
  return answer(interaction, reply.error((await translator(interaction)).say(words)));
}
