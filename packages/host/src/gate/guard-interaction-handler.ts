import { type InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { Container } from '@sapphire/pieces';
import { parseCustomId, UserError } from '@twi/sdk';
import type { Interaction } from 'discord.js';
import { interactionEntry } from '../dispatch/entry-of.ts';
import type { EntryKind } from '../entry-point.ts';
import { interactionNode } from '../permissions/command-node.ts';
import { missingNode } from '../permissions/missing-node.ts';
import type { GuardParts } from './guard-parts.ts';

/**
 * Guards a handler of components, modals or autocompletion. A custom id made by `customId` reaches only the handler that it
 * names; one of any other shape reaches every handler whose plugin is on, as in plain Sapphire.
 */
export function guardInteractionHandler(
  piece: InteractionHandler,
  pluginId: string,
  parts: GuardParts,
): void {
  const { gate, dispatcher, metrics } = parts;
  const parse = piece.parse.bind(piece);
  const run = piece.run.bind(piece);
  const kind = kindOf(piece);
  const enter = (as: EntryKind, interaction: Interaction) =>
    interactionEntry({ plugin: pluginId, kind: as, name: piece.name, piece }, interaction);

  piece.parse = async (interaction) => {
    if (!isAddressed(piece, interaction)) return piece.none();
    const decision = gate.decide(pluginId, interaction.guildId ?? undefined);
    metrics.gateDecided(pluginId, decision);
    if (decision !== 'open') return piece.none();
    const outcome = await dispatcher.attempt(enter('precondition', interaction), async () => {
      const parsed = await parse(interaction);
      if (parsed.isSome()) await assertHolds(piece, interaction, parts);
      return parsed;
    });
    return outcome.ok ? outcome.value : piece.none();
  };

  piece.run = (interaction: Interaction, parsed?: unknown) =>
    dispatcher.run(enter(kind, interaction), () => run(interaction, parsed));
}

function kindOf({ interactionHandlerType }: InteractionHandler): EntryKind {
  if (interactionHandlerType === InteractionHandlerTypes.Autocomplete) return 'autocomplete';
  return interactionHandlerType === InteractionHandlerTypes.ModalSubmit ? 'modal' : 'component';
}

function isAddressed(piece: InteractionHandler, interaction: Interaction): boolean {
  const id = 'customId' in interaction ? parseCustomId(interaction.customId) : undefined;
  return !id || piece.name === `${id.plugin}/${id.handler}`;
}

/** @throws {UserError} when whoever used the component does not hold the handler's node. */
async function assertHolds(
  piece: InteractionHandler,
  interaction: Interaction,
  { permissions }: GuardParts,
): Promise<void> {
  for (const node of guardingNodes(piece, interaction))
    if (!(await permissions.allowsInteraction(interaction, node)))
      throw new UserError(missingNode(node, permissions.declaration(node)));
}

/** The handler's own node; whoever may not use a command gets no suggestions for it either. */
function guardingNodes({ options, container }: InteractionHandler, interaction: Interaction): string[] {
  return [options.node, commandNodeOf(interaction, container)].filter((node) => typeof node === 'string');
}

function commandNodeOf(interaction: Interaction, { stores }: Container): string | undefined {
  if (!interaction.isAutocomplete()) return undefined;
  const command = stores.get('commands').get(interaction.commandName);
  return command && interactionNode(command, interaction);
}
