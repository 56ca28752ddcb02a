import type { CommandGroup } from '../../../../src/state/command-group.ts';
import { groupCommands } from '../../state/group-commands.ts';
import { matching } from '../suggestions/matching.ts';
import type { CommandEntry } from './command-entry.ts';

/** Commands under one heading. */
export interface CommandSection {
  readonly title: string;
  readonly entries: readonly CommandEntry[];
}

/**
 * Groups what matches by the parts of the bot that it told of, in their order.
 *
 * Discord tells a client nothing about the plugins of a bot. What the bot itself has told nothing of stands at the end, by where it is registered.
 */
export function commandSections(
  entries: readonly CommandEntry[],
  text: string,
  { botName, groups }: { readonly botName: string; readonly groups: readonly CommandGroup[] },
): CommandSection[] {
  const found = matching(entries, text, ({ line, description }) => [line, description]);
  const told = groupCommands(found, groups);
  return [
    ...told.groups.map(({ title, commands }) => ({ title, entries: commands })),
    {
      title: `${botName} · in this server`,
      entries: told.rest.filter(({ isOfServer }) => isOfServer),
    },
    {
      title: `${botName} · everywhere`,
      entries: told.rest.filter(({ isOfServer }) => !isOfServer),
    },
  ].filter((section) => section.entries.length > 0);
}
