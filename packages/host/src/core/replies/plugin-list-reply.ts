import { reply } from '@twi/sdk';
import { ActionRowBuilder, StringSelectMenuBuilder } from 'discord.js';
import { describeSlots, type SlotUsage } from '../../commands/command-slots.ts';
import { componentIds } from '../component-ids.ts';
import { pageFrom } from '../paging.ts';
import { type PluginView, stateWords } from '../plugin-view.ts';
import { counted } from '../words.ts';

const PAGE_SIZE = 10;

export interface PluginListOptions {
  readonly plugins: readonly PluginView[];
  readonly slots: SlotUsage;
  /** The id of the first plugin of the page. */
  readonly from?: string | undefined;
}

/** A page of the plugins with their states, and a menu to look at one. */
export function pluginListReply({ plugins, slots, from }: PluginListOptions) {
  const { items, previous, next } = pageFrom(plugins, { keyOf: ({ id }) => id, size: PAGE_SIZE, from });
  return reply.list(items.map(line), {
    title: 'Plugins of this server',
    footer: `This server uses ${describeSlots(slots)}.`,
    empty: 'No plugins are installed.',
    components: items.length > 0 ? [menu(items)] : [],
    ...(previous !== undefined && { previous: componentIds.pluginsPage(previous) }),
    ...(next !== undefined && { next: componentIds.pluginsPage(next) }),
  });
}

function line(plugin: PluginView): string {
  const { title, version, description, record } = plugin;
  const commands = record.commands.length > 0 ? ` · ${counted(record.commands.length, 'command')}` : '';
  return `**${title}** ${version} · ${stateWords(plugin)}${commands}\n${description}`;
}

function menu(plugins: readonly PluginView[]): ActionRowBuilder<StringSelectMenuBuilder> {
  return new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId(componentIds.pluginSelect())
      .setPlaceholder('Look at a plugin, switch it on or off')
      .addOptions(
        plugins.map(({ id, title, description }) => ({
          label: title,
          value: id,
          ...(description && { description }),
        })),
      ),
  );
}
