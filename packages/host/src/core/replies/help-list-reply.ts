import { reply, type Translator } from '@twi/sdk';
import { ActionRowBuilder, ApplicationCommandType, StringSelectMenuBuilder } from 'discord.js';
import { componentIds } from '../component-ids.ts';
import { descriptionOf } from '../described.ts';
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
export function helpListReply(entries: readonly HelpEntry[], t: Translator, from?: string) {
  const { items, previous, next } = pageFrom(entries, { keyOf: entryKey, size: PAGE_SIZE, from });
  const lines = [...Map.groupBy(items, ({ plugin }) => plugin)].flatMap(([plugin, commands]) => [
    `**${plugin.plugin?.title ?? plugin.id}**`,
    ...commands.map((entry) => line(entry, t)),
    '',
  ]);
  return reply.list(lines, {
    title: t('core:help.title'),
    footer: t('core:help.footer'),
    labels: { previous: t('core:buttons.previous'), next: t('core:buttons.next') },
    empty: t('core:help.empty'),
    components: menu(entries, t),
    ...(previous !== undefined && { previous: componentIds.helpPage(previous) }),
    ...(next !== undefined && { next: componentIds.helpPage(next) }),
  });
}

/** How an entry is called where people read it. */
export function entryName({ type, path: name }: HelpEntry, t: Translator): string {
  if (type === ApplicationCommandType.User) return t('core:help.in-menu-of-member', { name });
  return type === ApplicationCommandType.Message ? t('core:help.in-menu-of-message', { name }) : `/${name}`;
}

function line(entry: HelpEntry, t: Translator): string {
  const { type, path: name } = entry;
  if (type === ApplicationCommandType.ChatInput) return `\`/${name}\` ${descriptionOf(entry, t)}`;
  const kind = type === ApplicationCommandType.User ? 'member' : 'message';
  return t(`core:help.line-of-${kind}`, { name });
}

function menu(entries: readonly HelpEntry[], t: Translator): ActionRowBuilder<StringSelectMenuBuilder>[] {
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
        .setPlaceholder(t('core:help.go-to'))
        .addOptions(options),
    ),
  ];
}
