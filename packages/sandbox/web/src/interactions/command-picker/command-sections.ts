import { matching } from '../suggestions/matching.ts';
import type { CommandEntry } from './command-entry.ts';

/** Commands under one heading. */
export interface CommandSection {
  readonly title: string;
  readonly entries: readonly CommandEntry[];
}

/**
 * Groups what matches by where the bot registered it.
 *
 * Discord tells a client nothing about the plugins of a bot, so that this, the bot and where its commands come from, is all that can truthfully be a heading.
 */
export function commandSections(
  entries: readonly CommandEntry[],
  text: string,
  botName: string,
): CommandSection[] {
  const found = matching(entries, text, ({ line, description }) => [line, description]);
  const titles = [
    { title: `${botName} · in this server`, isOfServer: true },
    { title: `${botName} · everywhere`, isOfServer: false },
  ];
  return titles
    .map(({ title, isOfServer }) => ({
      title,
      entries: found.filter((entry) => entry.isOfServer === isOfServer),
    }))
    .filter((section) => section.entries.length > 0);
}
