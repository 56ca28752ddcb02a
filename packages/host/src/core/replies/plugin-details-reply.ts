import { reply } from '@twi/sdk';
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
export function pluginDetailsReply(view: PluginView, guild: Guild) {
  const { title, version, description, reason, record } = view;
  const { plugin } = record;
  const fields = [
    { name: 'State', value: reason ? `${stateWords(view)}: ${reason}` : stateWords(view) },
    { name: 'Needs the plugins', value: pluginNames(record.discovered.requires) },
    { name: 'Commands', value: record.commands.map(({ name }) => `\`${name}\``).join(', ') },
    { name: 'Needs these Discord permissions', value: (plugin?.permissions ?? []).map(spaced).join(', ') },
    { name: 'Does not work yet', value: plugin ? pluginProblems(plugin, guild).join('\n') : '' },
    { name: 'Listens to', value: (plugin?.intents ?? []).map(intentName).join(', ') },
  ];
  const kept = plugin ? keptData(plugin) : [];
  return reply.info(description, {
    title: `${title} ${version}`,
    fields: [
      ...fields
        .filter(({ value }) => value)
        .map(({ name, value }) => ({
          name,
          value: value.length > MAX_FIELD ? `${value.slice(0, MAX_FIELD - 1)}…` : value,
        })),
      ...kept.map((value, index) => ({
        name: index === 0 ? 'Keeps about people' : 'Keeps about people, continued',
        value,
      })),
    ],
    components: [buttons(view)],
  });
}

/** The way back to the list, for answers that replace it. */
export function backButton(): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(componentIds.pluginsPage())
    .setLabel('All plugins')
    .setStyle(ButtonStyle.Secondary);
}

function buttons({ id, state, record }: PluginView): ActionRowBuilder<ButtonBuilder> {
  const isOn = state === 'on' || state === 'paused';
  const toggle = isOn
    ? new ButtonBuilder().setCustomId(componentIds.pluginToggle('disable', id)).setLabel('Disable')
    : new ButtonBuilder().setCustomId(componentIds.pluginToggle('enable', id)).setLabel('Enable');
  return new ActionRowBuilder<ButtonBuilder>().addComponents(
    toggle.setStyle(isOn ? ButtonStyle.Danger : ButtonStyle.Success).setDisabled(state === 'not-running'),
    ...(describeFields(record.plugin?.settings).length > 0 ? [configureButton(id)] : []),
    backButton(),
  );
}

/** Asks for `core.config` when it is clicked, which whoever may switch plugins need not hold. */
function configureButton(pluginId: string): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(componentIds.configPage({ pluginId, page: 0, detail: '' }))
    .setLabel('Configure')
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
