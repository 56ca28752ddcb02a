import { isDeepStrictEqual } from 'node:util';
import type { Guild } from 'discord.js';
import { type CheckedValue, checkTyped, checkValue } from '../../settings/fields/check-value.ts';
import type { SettingField } from '../../settings/fields/setting-field.ts';
import { writeValue } from '../../settings/fields/write-value.ts';
import type { SettingsState } from '../../settings/settings-versions.ts';
import type { FieldValues } from './field-values.ts';
import { pickerOf } from './form-page.ts';

/** Discord's limit for a text input (Components Reference › Text Input). */
export const MAX_INPUT = 4_000;

/** The text that a field's input begins with: nothing where the default is nothing. */
export function prefill(field: SettingField, { values }: SettingsState): string {
  const value = values[field.name];
  return isNothing(value) && isDeepStrictEqual(value, field.default) ? '' : writeValue(field, value);
}

const isNothing = (value: unknown): boolean =>
  value === null || isDeepStrictEqual(value, []) || isDeepStrictEqual(value, {});

/** What somebody filled in: the fields that they changed, or what is wrong with them. */
export type FilledIn = { readonly values: FieldValues } | { readonly problems: readonly string[] };

/** Reads the inputs of a modal. What still is what it began with is left alone; what was emptied gets its default. */
export async function readInputs(
  inputs: ReadonlyMap<SettingField, string>,
  seen: SettingsState,
  guild: Guild,
): Promise<FilledIn> {
  const values = new Map<SettingField, unknown>();
  const problems: string[] = [];
  for (const [field, text] of inputs) {
    const typed = text.replaceAll('\r\n', '\n');
    if (typed.trim() === prefill(field, seen).trim()) continue;
    const checked = typed.trim() === '' ? { value: undefined } : await checkTyped(field, typed, guild);
    if ('problem' in checked) problems.push(checked.problem);
    else values.set(field, checked.value);
  }
  return problems.length > 0 ? { problems } : { values };
}

/** The value that was chosen in a field's menu, or what is wrong with it. */
export function pickedValue(
  field: SettingField,
  chosen: readonly string[],
  guild: Guild,
): Promise<CheckedValue> {
  const values = pickerOf(field)?.kind === 'boolean' ? chosen.map((value) => value === 'true') : chosen;
  return checkValue(field, field.value.kind === 'list' ? values : (values[0] ?? null), guild);
}
