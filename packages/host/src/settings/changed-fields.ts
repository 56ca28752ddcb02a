import { isDeepStrictEqual } from 'node:util';
import type { SettingField } from './fields/setting-field.ts';
import type { SettingsState } from './settings-versions.ts';

type Values = Pick<SettingsState, 'values'>;

/** The fields that differ between two states. */
export function changedFields(
  fields: readonly SettingField[],
  before: Values,
  after: Values,
): readonly SettingField[] {
  return fields.filter(({ name }) => !isDeepStrictEqual(before.values[name], after.values[name]));
}
