import type { CommandGroup } from '../../../src/state/command-group.ts';

interface Named {
  readonly name: string;
  readonly type: number;
}

/** Commands of one part of the bot. */
export interface GroupedCommands<Command> {
  readonly title: string;
  readonly commands: readonly Command[];
}

/** Sorts commands into the groups that the bot told of, in their order; the rest are those that it told nothing of. */
export function groupCommands<Command extends Named>(
  commands: readonly Command[],
  groups: readonly CommandGroup[],
): { readonly groups: readonly GroupedCommands<Command>[]; readonly rest: readonly Command[] } {
  const titles = new Map<string, string>();
  for (const { title, commands: own } of groups) for (const each of own) titles.set(keyOf(each), title);
  // Parts that share a title share a heading, too.
  const found = [...new Set(groups.map(({ title }) => title))]
    .map((title) => ({
      title,
      commands: commands.filter((command) => titles.get(keyOf(command)) === title),
    }))
    .filter((group) => group.commands.length > 0);
  return { groups: found, rest: commands.filter((command) => !titles.has(keyOf(command))) };
}

/** A typed command and one in a menu may share a name. */
function keyOf({ name, type }: Named): string {
  return `${type} ${name}`;
}
