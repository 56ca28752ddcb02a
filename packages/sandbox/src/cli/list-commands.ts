import { type APIApplicationCommand, ApplicationCommandType } from 'discord-api-types/v10';
import type { CommandGroup } from '../state/command-group.ts';

/** The commands that somebody may use, under the parts of the bot that it told of; the rest stands at the end. */
export function listCommands(
  commands: readonly APIApplicationCommand[],
  groups: readonly CommandGroup[],
): string {
  const sections = groups.map(({ title, commands: told }) => ({
    title,
    lines: linesOf(commands.filter((command) => told.some((one) => isSame(one, command)))),
  }));
  const isTold = (command: APIApplicationCommand): boolean =>
    groups.some((group) => group.commands.some((one) => isSame(one, command)));
  const rest = linesOf(commands.filter((command) => !isTold(command)));
  const shown = sections.filter(({ lines }) => lines.length > 0);
  if (shown.length === 0) return rest.join('\n') || 'There is no command that you may use here.';
  return [...shown, ...(rest.length > 0 ? [{ title: 'Others', lines: rest }] : [])]
    .map(({ title, lines }) => [title, ...lines.map((line) => `  ${line}`)].join('\n'))
    .join('\n\n');
}

const isSame = (one: CommandGroup['commands'][number], command: APIApplicationCommand): boolean =>
  one.name === command.name && (one.type as ApplicationCommandType) === command.type;

function linesOf(commands: readonly APIApplicationCommand[]): string[] {
  const typed = commands.filter((command) => command.type === ApplicationCommandType.ChatInput);
  const menus = commands.filter((command) => command.type !== ApplicationCommandType.ChatInput);
  return [
    ...typed.map((command) => `/${command.name}  ${command.description}`).toSorted(),
    ...menus.map((command) => `menu ${command.name}`).toSorted(),
  ];
}
