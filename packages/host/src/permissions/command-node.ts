import type { Command } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';

/** The node that guards a command, apart from its subcommands. */
export function commandNode(command: Command): string | undefined {
  return command.options.node;
}

/** The node that guards what somebody typed: the subcommand's own, else the command's. */
export function interactionNode(
  command: Command,
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): string | undefined {
  if (!(command instanceof Subcommand)) return commandNode(command);
  const name = interaction.options.getSubcommand(false);
  const group = interaction.options.getSubcommandGroup(false);
  return subcommandNodes(command).get(group ? `${group}.${name}` : `${name}`) ?? commandNode(command);
}

/** The guarding node of each subcommand, keyed as Sapphire keys their preconditions: `name` or `group.name`. */
export function subcommandNodes(command: Subcommand): Map<string, string> {
  const nodes = new Map<string, string>();
  // Protected in Sapphire's types; the mappings are what the author declared.
  for (const mapping of command['parsedSubcommandMappings']) {
    if (mapping.type !== 'group') {
      if (mapping.node) nodes.set(mapping.name, mapping.node);
      continue;
    }
    for (const entry of mapping.entries)
      if (entry.node) nodes.set(`${mapping.name}.${entry.name}`, entry.node);
  }
  return nodes;
}
