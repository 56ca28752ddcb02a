/**
 * Reads what an earlier version of a plugin stored: turns the values of one version of its settings into those of the
 * next. It gets what was stored, so fields may be missing, and what it returns is checked by the schema.
 */
export type SettingsMigration = (
  values: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;
