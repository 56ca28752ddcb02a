import { clip } from '@twi/sdk';
import { LabelBuilder, ModalBuilder, TextInputBuilder, TextInputStyle } from 'discord.js';
import { acceptedWords } from '../../settings/fields/accepted.ts';
import type { SettingField } from '../../settings/fields/setting-field.ts';
import type { SettingsState } from '../../settings/settings-versions.ts';
import { componentIds } from '../component-ids.ts';
import type { ConfigTarget } from '../config/config-target.ts';
import { MAX_INPUT, prefill } from '../config/form-values.ts';

const MAX_TITLE = 45;
const MAX_PLACEHOLDER = 100;

export interface ConfigModalOptions {
  readonly fields: readonly SettingField[];
  readonly state: SettingsState;
  readonly page: number;
}

/** The modal in which the fields of a page are typed. What is too long for it is left to `/config set`. */
export function configModal(
  { id: pluginId, title }: ConfigTarget,
  { fields, state, page }: ConfigModalOptions,
): ModalBuilder {
  const fitting = fields.filter((field) => prefill(field, state).length <= MAX_INPUT);
  return new ModalBuilder()
    .setCustomId(componentIds.configForm({ pluginId, page, detail: String(state.revision) }))
    .setTitle(`Settings of ${title}`.slice(0, MAX_TITLE))
    .addLabelComponents(fitting.map((field) => label(field, prefill(field, state))));
}

function label(field: SettingField, text: string): LabelBuilder {
  const input = new TextInputBuilder()
    .setCustomId(field.name)
    .setStyle(isLong(field) ? TextInputStyle.Paragraph : TextInputStyle.Short)
    .setPlaceholder(clip(acceptedWords(field).replaceAll('`', ''), MAX_PLACEHOLDER))
    .setMaxLength(MAX_INPUT)
    .setRequired(false);
  if (text) input.setValue(text);
  return new LabelBuilder()
    .setLabel(field.title)
    .setDescription(field.description)
    .setTextInputComponent(input);
}

function isLong({ value }: SettingField): boolean {
  return (
    value.kind === 'list' ||
    value.kind === 'record' ||
    value.kind === 'json' ||
    (value.kind === 'text' && value.isMultiline)
  );
}
