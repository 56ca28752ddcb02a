import { type PlainReply, reply } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, StringSelectMenuBuilder } from 'discord.js';
import type { SettingField } from '../../settings/fields/setting-field.ts';
import { showValue } from '../../settings/fields/show-value.ts';
import type { SettingsState } from '../../settings/settings-versions.ts';
import { componentIds } from '../component-ids.ts';
import type { ConfigTarget } from '../config/config-target.ts';
import type { ConfigOverview } from '../config/guild-config.ts';
import { pageFrom } from '../paging.ts';
import { counted } from '../words.ts';

const PAGE_SIZE = 10;

/** A page of a plugin's settings, those marked that have their default. */
export function configShowReply(target: ConfigTarget, state: SettingsState, from?: string): PlainReply {
  const { fields, id, title } = target;
  const { items, previous, next } = pageFrom(fields, { keyOf: ({ name }) => name, size: PAGE_SIZE, from });
  const show = (name: string): string => componentIds.configShow({ pluginId: id, page: 0, detail: name });
  return reply.list(
    items.map((field) => line(field, state)),
    {
      title: `Settings of ${title}`,
      empty: 'It has no settings.',
      footer: state.revision > 0 ? `Revision ${state.revision}` : 'Nobody has changed anything yet',
      components: [editButton(id)],
      ...(previous !== undefined && { previous: show(previous) }),
      ...(next !== undefined && { next: show(next) }),
    },
  );
}

function line(field: SettingField, { values, stored }: SettingsState): string {
  const mark = Object.hasOwn(stored, field.name) ? '' : ' _(default)_';
  return `**${field.title}** (\`${field.name}\`): ${showValue(field, values[field.name])}${mark}`;
}

function editButton(pluginId: string): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder()
      .setCustomId(componentIds.configPage({ pluginId, page: 0, detail: '' }))
      .setLabel('Edit')
      .setStyle(ButtonStyle.Primary),
  );
}

/** What of the bot and its plugins was set, with a menu to look at one. */
export function configOverviewReply(overview: readonly ConfigOverview[], from?: string): PlainReply {
  const { items, previous, next } = pageFrom(overview, {
    keyOf: ({ target }) => target.id,
    size: PAGE_SIZE,
    from,
  });
  const lines = items.map(
    ({ target, state }) =>
      `**${target.title}**: ${Object.keys(state.stored).length} of ${counted(target.fields.length, 'setting')} changed`,
  );
  const menu = new StringSelectMenuBuilder()
    .setCustomId(componentIds.configSelect())
    .setPlaceholder('Look at the settings of …')
    .addOptions(items.map(({ target: { id, title } }) => ({ label: title, value: id })));
  return reply.list(lines, {
    title: 'Settings of this server',
    empty: 'There is nothing to configure.',
    components: items.length > 0 ? [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)] : [],
    ...(previous !== undefined && { previous: componentIds.configOverview(previous) }),
    ...(next !== undefined && { next: componentIds.configOverview(next) }),
  });
}
