import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
} from 'discord-api-types/v10';
import { CommandLineError } from './command-line-error.ts';
import type { Directory } from './directory.ts';
import { readOptions, type Word } from './option-words.ts';
import { optionText } from './option-text.ts';

/** What a command line may refer to. */
export interface CommandLineContext {
  /** The commands that the member sees. */
  readonly commands: readonly APIApplicationCommand[];
  readonly directory: Directory;
}

/** A command line, ready to be played. */
export interface CommandLine {
  /** The command with its group and subcommand, such as `case list`. */
  readonly line: string;
  /** Values by option; ids stand for users, roles and channels. */
  readonly values: Readonly<Record<string, string>>;
}

type Branch = readonly APIApplicationCommandOption[];

const WORD = /"(?:[^"\\]|\\.)*"|(?:[^\s"]|"(?:[^"\\]|\\.)*")+|"/g;

/**
 * Reads a slash command as people type it: `/case list user:@mallory type:ban reason:"two words" number:3`.
 * A value runs to the next option, so that quotes are needed only where it contains something like `name:`.
 *
 * @throws {CommandLineError} for a command, an option or a name that is not known, naming what is.
 */
export function parseCommandLine(text: string, { commands, directory }: CommandLineContext): CommandLine {
  const [first = '', ...rest] = wordsOf(text);
  const command = findCommand(first.replace(/^\//, ''), commands);
  const path = [command.name];
  let level: Branch = command.options ?? [];
  let at = 0;
  while (level.some(isBranch)) {
    const branch = findBranch(path, level, rest[at]);
    path.push(branch.name);
    level = branch.options ?? [];
    at++;
  }
  const options = level.filter(isBasic);
  const line = path.join(' ');
  const given = readOptions(rest.slice(at), { line, names: options.map(({ name }) => name) });
  const values: Record<string, string> = {};
  for (const option of options) {
    const value = given.get(option.name);
    if (value !== undefined) values[option.name] = optionText(option, value, directory);
  }
  return { line, values };
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = text.match(WORD) ?? [];
  if (words.some((word) => word === '"' || (word.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1)) {
    throw new CommandLineError('A quotation mark is not closed; write \\" for one that belongs to the text.');
  }
  return words;
}

function findCommand(name: string, commands: readonly APIApplicationCommand[]): APIApplicationCommand {
  const typed = commands.filter((command) => command.type === ApplicationCommandType.ChatInput);
  const found = typed.find((command) => command.name === name);
  if (found) return found;
  const known = typed.map((command) => `/${command.name}`).toSorted();
  throw new CommandLineError(
    known.length > 0
      ? `There is no command /${name} here. You may use: ${known.join(', ')}`
      : `There is no command /${name} here, nor any other that you may use.`,
  );
}

function findBranch(path: readonly string[], level: Branch, name: string | undefined) {
  const branches = level.filter(isBranch);
  const found = branches.find((branch) => branch.name === name);
  if (found) return found;
  const known = branches.map((branch) => branch.name).join(', ');
  throw new CommandLineError(
    name === undefined
      ? `/${path.join(' ')} needs one of: ${known}`
      : `/${path.join(' ')} has no "${name}". It has: ${known}`,
  );
}

type BranchOption = Extract<APIApplicationCommandOption, { type: Type.Subcommand | Type.SubcommandGroup }>;

function isBranch(option: APIApplicationCommandOption): option is BranchOption {
  return option.type === Type.Subcommand || option.type === Type.SubcommandGroup;
}

function isBasic(option: APIApplicationCommandOption): option is APIApplicationCommandBasicOption {
  return !isBranch(option);
}
