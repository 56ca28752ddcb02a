import { Subcommand } from '@sapphire/plugin-subcommands';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
} from 'discord.js';
import type { PluginCommand } from '../commands/plugin-command.ts';
import { commandNode, subcommandNodes } from '../permissions/command-node.ts';
import type { PluginRecord } from '../plugin-record.ts';
import type { HelpEntry } from './help-entry.ts';

type SubcommandOption = APIApplicationCommandSubcommandOption;

/** What a command offers, read from what is registered: itself, or its subcommands. */
export function commandLeaves(command: PluginCommand, plugin: PluginRecord): HelpEntry[] {
  const { json, piece, type, name } = command;
  const options: readonly APIApplicationCommandOption[] = 'options' in json ? (json.options ?? []) : [];
  const common = {
    plugin,
    piece,
    type,
    example: piece.options.example,
    memberPermissions: permissionsOf(command),
  };
  const subcommands = options.flatMap((option) => subcommandsOf(option));
  if (subcommands.length === 0) {
    const description = ('description' in json && json.description) || '';
    const translations = 'description_localizations' in json ? json.description_localizations : undefined;
    const basic = options.filter((option) => isBasic(option));
    return [
      {
        ...common,
        path: name,
        description,
        description_localizations: translations,
        options: basic,
        node: commandNode(piece),
      },
    ];
  }
  const nodes = piece instanceof Subcommand ? subcommandNodes(piece) : new Map<string, string>();
  return subcommands.map(({ key, option }) => ({
    ...common,
    path: `${name} ${key.replace('.', ' ')}`,
    subcommand: key,
    description: option.description,
    description_localizations: option.description_localizations,
    options: option.options ?? [],
    node: nodes.get(key) ?? commandNode(piece),
  }));
}

function permissionsOf({ json }: PluginCommand): bigint | undefined {
  const permissions = json.default_member_permissions;
  return permissions ? BigInt(permissions) : undefined;
}

/** The subcommands that an option is or holds, keyed as Sapphire does: `name` or `group.name`. */
function subcommandsOf(option: APIApplicationCommandOption): { key: string; option: SubcommandOption }[] {
  if (option.type === ApplicationCommandOptionType.Subcommand) return [{ key: option.name, option }];
  if (option.type !== ApplicationCommandOptionType.SubcommandGroup) return [];
  return (option.options ?? []).map((inner) => ({ key: `${option.name}.${inner.name}`, option: inner }));
}

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return (
    option.type !== ApplicationCommandOptionType.Subcommand &&
    option.type !== ApplicationCommandOptionType.SubcommandGroup
  );
}
