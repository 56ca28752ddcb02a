import type { Command } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';

export type TextOption = APIApplicationCommandBasicOption;

/** One thing that can be typed: a command without subcommands, or one subcommand. */
export interface TextLeaf {
  /** The words of it: `['case', 'list']`. */
  readonly path: readonly string[];
  /** As Sapphire keys a subcommand, `name` or `group.name`; absent for the command itself. */
  readonly key?: string;
  readonly options: readonly TextOption[];
}

/** What of a command can be typed as a message. Subcommands whose mapping says `text: false` are not among it. */
export function textLeaves(
  { name, options = [] }: RESTPostAPIChatInputApplicationCommandsJSONBody,
  piece: Command,
): TextLeaf[] {
  const subcommands = options.flatMap((option) => subcommandsOf(option));
  if (subcommands.length === 0) return [{ path: [name], options: options.filter(isBasic) }];
  const excluded = excludedKeys(piece);
  return subcommands
    .map(({ words, option }) => ({
      path: [name, ...words],
      key: words.join('.'),
      options: option.options ?? [],
    }))
    .filter(({ key }) => !excluded.has(key));
}

interface Found {
  readonly words: readonly string[];
  readonly option: APIApplicationCommandSubcommandOption;
}

function subcommandsOf(option: APIApplicationCommandOption): Found[] {
  if (option.type === ApplicationCommandOptionType.Subcommand) return [{ words: [option.name], option }];
  if (option.type !== ApplicationCommandOptionType.SubcommandGroup) return [];
  return (option.options ?? []).map((inner) => ({ words: [option.name, inner.name], option: inner }));
}

function isBasic(option: APIApplicationCommandOption): option is TextOption {
  return (
    option.type !== ApplicationCommandOptionType.Subcommand &&
    option.type !== ApplicationCommandOptionType.SubcommandGroup
  );
}

function excludedKeys(piece: Command): Set<string> {
  const keys = new Set<string>();
  if (!(piece instanceof Subcommand)) return keys;
  // Protected in Sapphire's types; the mappings are what the author declared.
  for (const mapping of piece['parsedSubcommandMappings']) {
    if (mapping.type !== 'group') {
      if (mapping.text === false) keys.add(mapping.name);
      continue;
    }
    for (const entry of mapping.entries) if (entry.text === false) keys.add(`${mapping.name}.${entry.name}`);
  }
  return keys;
}
