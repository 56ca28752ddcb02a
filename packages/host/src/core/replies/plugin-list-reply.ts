import { reply, type Translator } from '@twi/sdk';
import { ActionRowBuilder, StringSelectMenuBuilder } from 'discord.js';
import type { SlotUsage } from '../../commands/command-slots.ts';
import { componentIds } from '../component-ids.ts';
import { pageFrom } from '../paging.ts';
import { type PluginView, stateWords } from '../plugin-view.ts';
import { slotsFooter } from './slots-footer.ts';

const PAGE_SIZE = 10;

export interface PluginListOptions {
  readonly plugins: readonly PluginView[];
  readonly slots: SlotUsage;
  /** The id of the first plugin of the page. */
  readonly from?: string | undefined;
}

/** A page of the plugins with their states, and a menu to look at one. */
export function pluginListReply({ plugins, slots, from }: PluginListOptions, t: Translator) {
  const { items, previous, next } = pageFrom(plugins, { keyOf: ({ id }) => id, size: PAGE_SIZE, from });
  return reply.list(
    items.map((plugin) => line(plugin, t)),
    {
      title: t('core:plugins.title'),
      footer: slotsFooter(slots, t),
      labels: { previous: t('core:buttons.previous'), next: t('core:buttons.next') },
      empty: t('core:plugins.empty'),
      components: items.length > 0 ? [menu(items, t)] : [],
      ...(previous !== undefined && { previous: componentIds.pluginsPage(previous) }),
      ...(next !== undefined && { next: componentIds.pluginsPage(next) }),
    },
  );
}

function line(plugin: PluginView, t: Translator): string {
  const { title, version, description, record } = plugin;
  const count = record.commands.length;
  const commands = count > 0 ? ` · ${t('core:plugins.command-count', { count })}` : '';
  return `**${title}** ${version} · ${stateWords(plugin, t)}${commands}\n${description}`;
}

function menu(plugins: readonly PluginView[], t: Translator): ActionRowBuilder<StringSelectMenuBuilder> {
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(componentIds.pluginSelect())
      .setPlaceholder(t('core:plugins.look-at'))
      .addOptions(
        plugins.map(({ id, title, description }) => ({
          label: title,
          value: id,
          ...(description && { description }),
        })),
      ),
  );
}
