import { reply } from '@twi/sdk';
import { ActionRowBuilder, ApplicationCommandType, StringSelectMenuBuilder } from 'discord.js';
import { componentIds } from '../component-ids.ts';
import type { HelpEntry } from '../help-entry.ts';
import { pageFrom } from '../paging.ts';

/** So many lines with long descriptions still fit into an embed. */
const PAGE_SIZE = 20;
/** Discord's limit for the options of a select menu. */
const MAX_PLUGINS = 25;

/** The key of an entry in a custom id. */
export function entryKey({ path }: HelpEntry): string {
  return path.slice(0, 70);
}

/** A page of what somebody can do here, by plugin, and a menu to jump to a plugin. */
export function helpListReply(entries: readonly HelpEntry[], from?: string) {
  const { items, previous, next } = pageFrom(entries, { keyOf: entryKey, size: PAGE_SIZE, from });
  const lines = [...Map.groupBy(items, ({ plugin }) => plugin)].flatMap(([plugin, commands]) => [
    `**${plugin.plugin?.title ?? plugin.id}**`,
    ...commands.map(line),
    '',
  ]);
  return reply.list(lines, {
    title: 'What you can do here',
    footer: 'Type /help and a command to see how it is used.',
    empty: 'Nothing, at present.',
    components: menu(entries),
    ...(previous !== undefined && { previous: componentIds.helpPage(previous) }),
    ...(next !== undefined && { next: componentIds.helpPage(next) }),
  });
}

/** How an entry is called where people read it. */
export function entryName({ type, path }: HelpEntry): string {
  if (type === ApplicationCommandType.User) return `${path} (in the menu of a member)`;
  return type === ApplicationCommandType.Message ? `${path} (in the menu of a message)` : `/${path}`;
}

function line(entry: HelpEntry): string {
  const { type, path, description } = entry;
  if (type === ApplicationCommandType.ChatInput) return `\`/${path}\` ${description}`;
  return `\`${path}\` in the menu of a ${type === ApplicationCommandType.User ? 'member' : 'message'}`;
}

function menu(entries: readonly HelpEntry[]): ActionRowBuilder<StringSelectMenuBuilder>[] {
  const plugins = [...new Set(entries.map(({ plugin }) => plugin))].slice(0, MAX_PLUGINS);
  if (plugins.length < 2) return [];
  const options = plugins.map(({ id, plugin }) => ({
    label: plugin?.title ?? id,
    value: id,
    ...(plugin?.description && { description: plugin.description }),
  }));
  return [
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId(componentIds.helpPlugin())
        .setPlaceholder('Go to a plugin')
        .addOptions(options),
    ),
  ];
}
