import { type PlainReply, reply } from '@twi/sdk';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  type MessageActionRowComponentBuilder,
  RoleSelectMenuBuilder,
  StringSelectMenuBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import type { SettingField } from '../../settings/fields/setting-field.ts';
import { showValue } from '../../settings/fields/show-value.ts';
import type { SettingsState } from '../../settings/settings-versions.ts';
import { componentIds } from '../component-ids.ts';
import type { ConfigTarget } from '../config/config-target.ts';
import { type FormPage, formPages, mostPicked, type Picker, pickerOf } from '../config/form-page.ts';

const MAX_PLACEHOLDER = 150;
const MAX_LABEL = 100;

type Menu =
  | ChannelSelectMenuBuilder
  | RoleSelectMenuBuilder
  | StringSelectMenuBuilder
  | UserSelectMenuBuilder;

/** A page of the form of a plugin's settings: what holds, a menu for each field that is picked, and buttons. */
export function configFormReply(target: ConfigTarget, state: SettingsState, number: number): PlainReply {
  const pages = formPages(target.fields);
  const at = Math.min(number, pages.length - 1);
  const page = pages[at] ?? { fields: [], pickers: [], inputs: [] };
  const lines = page.fields.map((field) => fieldLines(field, page, state));
  const menus = page.pickers.map((field) => menuRow(target, field, { page: at, state }));
  return reply.info(lines.join('\n\n'), {
    title: `Settings of ${target.title}`,
    ...(pages.length > 1 && { footer: `Page ${at + 1} of ${pages.length}` }),
    components: [...menus, ...buttonRow(target, page, { at, count: pages.length })],
  });
}

/** Menus carry no label once something is chosen, so a number tells which is whose. */
function fieldLines(field: SettingField, { pickers }: FormPage, { values, stored }: SettingsState): string {
  const menu = pickers.indexOf(field);
  const mark = menu === -1 ? '✏️' : `${menu + 1}.`;
  const isDefault = Object.hasOwn(stored, field.name) ? '' : ' _(default)_';
  return `${mark} **${field.title}**: ${showValue(field, values[field.name])}${isDefault}\n${field.description}`;
}

function menuRow(
  { id }: ConfigTarget,
  field: SettingField,
  { page, state }: { readonly page: number; readonly state: SettingsState },
): ActionRowBuilder<MessageActionRowComponentBuilder> {
  const picker = pickerOf(field);
  if (!picker) throw new TypeError(`The setting "${field.name}" has no menu.`);
  const value = state.values[field.name];
  const chosen = (Array.isArray(value) ? value : [value]).filter((one) => one !== null).map(String);
  const menu = menuOf(picker, field, chosen)
    .setCustomId(componentIds.configPick({ pluginId: id, page, detail: field.name }))
    .setPlaceholder(`${field.title}: nothing`.slice(0, MAX_PLACEHOLDER))
    .setMinValues(field.isOptional || field.value.kind === 'list' ? 0 : 1)
    .setMaxValues(menuSize(picker, field));
  return new ActionRowBuilder<MessageActionRowComponentBuilder>().addComponents(menu);
}

/** A string menu takes no more values than it has options. */
function menuSize(picker: Picker, { value }: SettingField): number {
  const most = mostPicked(value);
  return picker.kind === 'choice' ? Math.min(most, picker.options.length) : most;
}

function menuOf(picker: Picker, field: SettingField, chosen: readonly string[]): Menu {
  const shown = chosen.slice(0, mostPicked(field.value));
  switch (picker.kind) {
    case 'channel': {
      const menu = new ChannelSelectMenuBuilder().setDefaultChannels(...shown);
      return picker.types ? menu.setChannelTypes(...picker.types) : menu;
    }
    case 'role': {
      return new RoleSelectMenuBuilder().setDefaultRoles(...shown);
    }
    case 'user': {
      return new UserSelectMenuBuilder().setDefaultUsers(...shown);
    }
    case 'choice': {
      return stringMenu(field, picker.options, shown);
    }
    case 'boolean': {
      break;
    }
  }
  const options = [
    { value: 'true', label: 'yes' },
    { value: 'false', label: 'no' },
  ];
  return stringMenu(field, options, shown);
}

function stringMenu(
  { title }: SettingField,
  options: readonly { readonly value: string; readonly label: string }[],
  chosen: readonly string[],
): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder().addOptions(
    options.map(({ value, label }) => ({
      value,
      label: `${title}: ${label}`.slice(0, MAX_LABEL),
      default: chosen.includes(value),
    })),
  );
}

function buttonRow(
  { id: pluginId }: ConfigTarget,
  page: FormPage,
  { at, count }: { readonly at: number; readonly count: number },
): ActionRowBuilder<ButtonBuilder>[] {
  const goTo = (to: number): string =>
    componentIds.configPage({ pluginId, page: Math.max(to, 0), detail: to < at ? 'back' : 'on' });
  const buttons: ButtonBuilder[] = [];
  if (count > 1) buttons.push(button('Previous', goTo(at - 1)).setDisabled(at === 0));
  if (page.inputs.length > 0)
    buttons.push(
      button('✏️ Type in', componentIds.configType({ pluginId, page: at, detail: '' })).setStyle(
        ButtonStyle.Primary,
      ),
    );
  if (count > 1) buttons.push(button('Next', goTo(at + 1)).setDisabled(at === count - 1));
  return buttons.length > 0 ? [new ActionRowBuilder<ButtonBuilder>().addComponents(buttons)] : [];
}

function button(label: string, id: string): ButtonBuilder {
  return new ButtonBuilder().setCustomId(id).setLabel(label).setStyle(ButtonStyle.Secondary);
}
