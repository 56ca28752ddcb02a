import { clip, permissionName, reply, type Translator } from '@twi/sdk';
import { ActionRowBuilder, ButtonBuilder, ButtonStyle, GatewayIntentBits, type Guild } from 'discord.js';
import { describeFields } from '../../settings/fields/describe-fields.ts';
import { componentIds } from '../component-ids.ts';
import { type PluginView, stateWords } from '../plugin-view.ts';
import { pluginProblems } from '../plugin-problems.ts';
import { spaced } from '../words.ts';
import { keptData } from './kept-data.ts';

/** So that all fields together stay below the 6,000 characters of an embed. */
const MAX_FIELD = 700;

/** Everything that the people of a guild may want to know of a plugin, with buttons to switch it. */
export function pluginDetailsReply(view: PluginView, guild: Guild, t: Translator) {
  const { title, version, description, reason, record } = view;
  const { plugin } = record;
  const state = stateWords(view, t);
  const fields = [
    { name: t('core:plugins.state'), value: reason ? `${state}: ${reason}` : state },
    { name: t('core:plugins.requires'), value: pluginNames(record.discovered.requires) },
    { name: t('core:plugins.commands'), value: record.commands.map(({ name }) => `\`${name}\``).join(', ') },
    {
      name: t('core:plugins.permissions'),
      value: (plugin?.permissions ?? []).map(permissionName).join(', '),
    },
    { name: t('core:plugins.powerless'), value: plugin ? pluginProblems(plugin, guild).join('\n') : '' },
    { name: t('core:plugins.intents'), value: (plugin?.intents ?? []).map(intentName).join(', ') },
  ];
  const kept = plugin ? keptData(plugin) : [];
  return reply.info(description, {
    title: `${title} ${version}`,
    fields: [
      ...fields
        .filter(({ value }) => value)
        .map(({ name, value }) => ({
          name,
          value: clip(value, MAX_FIELD),
        })),
      ...kept.map((value, index) => ({
        name: t(index === 0 ? 'core:plugins.keeps' : 'core:plugins.keeps-continued'),
        value,
      })),
    ],
    components: [buttons(view, t)],
  });
}

/** The way back to the list, for answers that replace it. */
export function backButton(t: Translator): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(componentIds.pluginsPage())
    .setLabel(t('core:plugins.all-plugins'))
    .setStyle(ButtonStyle.Secondary);
}

function buttons({ id, state, record }: PluginView, t: Translator): ActionRowBuilder<ButtonBuilder> {
  const isOn = state === 'on' || state === 'paused';
  const toggle = isOn
    ? new ButtonBuilder()
        .setCustomId(componentIds.pluginToggle('disable', id))
        .setLabel(t('core:plugins.disable'))
    : new ButtonBuilder()
        .setCustomId(componentIds.pluginToggle('enable', id))
        .setLabel(t('core:plugins.enable'));
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    toggle.setStyle(isOn ? ButtonStyle.Danger : ButtonStyle.Success).setDisabled(state === 'not-running'),
    ...(describeFields(record.plugin?.settings).length > 0 ? [configureButton(id, t)] : []),
    backButton(t),
  );
}

/** Asks for `core.config` when it is clicked, which whoever may switch plugins need not hold. */
function configureButton(pluginId: string, t: Translator): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(componentIds.configPage({ pluginId, page: 0, detail: '' }))
    .setLabel(t('core:plugins.configure'))
    .setStyle(ButtonStyle.Primary);
}

function pluginNames(requires: Readonly<Record<string, string>>): string {
  return Object.entries(requires)
    .map(([id, range]) => `${id} ${range}`)
    .join(', ');
}

function intentName(intent: GatewayIntentBits): string {
  return spaced(GatewayIntentBits[intent] ?? String(intent));
}
