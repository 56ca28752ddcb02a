import { ApplicationCommandOptionType, ApplicationCommandType } from 'discord-api-types/v10';
import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandOption,
} from 'discord-api-types/v10';

/** Something that can be typed after a slash: a command, or one of its subcommands. */
export interface CommandEntry {
  /** The whole line without the slash, such as `case view`. */
  readonly line: string;
  readonly description: string;
  /** Of the command, which a subcommand shares with others. */
  readonly name: string;
  readonly type: ApplicationCommandType.ChatInput;
  /** Whether only this server has the command. */
  readonly isOfServer: boolean;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

/** Lists what can be typed, by name; a command with subcommands becomes one entry for each of them. */
export function commandEntries(commands: readonly APIApplicationCommand[]): CommandEntry[] {
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) =>
      branches(command.name, command.description, command.options ?? []).map((branch) => ({
        ...branch,
        name: command.name,
        type: ApplicationCommandType.ChatInput as const,
        isOfServer: command.guild_id !== undefined,
      })),
    )
    .toSorted((one, other) => one.line.localeCompare(other.line));
}

function branches(
  line: string,
  description: string,
  options: readonly APIApplicationCommandOption[],
): Pick<CommandEntry, 'line' | 'description' | 'options'>[] {
  const subcommands = options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
      ? branches(`${line} ${option.name}`, option.description, option.options ?? [])
      : [],
  );
  if (subcommands.length > 0) return subcommands;
  return [{ line, description, options: options.filter(isBasic) }];
}

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return (
    option.type !== ApplicationCommandOptionType.Subcommand &&
    option.type !== ApplicationCommandOptionType.SubcommandGroup
  );
}
