import type { SettingField } from '../../settings/fields/setting-field.ts';

type Stored = Readonly<Record<string, unknown>>;

/** What fields are to be; `undefined` for their defaults. */
export type FieldValues = ReadonlyMap<SettingField, unknown>;

/** What is stored, with some fields changed. */
export function withValues(stored: Stored, values: FieldValues): Stored {
  const next = { ...stored };
  for (const [{ name }, value] of values) {
    if (value === undefined) delete next[name];
    else next[name] = value;
  }
  return next;
}

/** What is stored, without some fields, which then have their defaults. */
export function withDefaults(stored: Stored, fields: readonly SettingField[]): Stored {
  return withValues(stored, new Map(fields.map((field) => [field, undefined])));
}
