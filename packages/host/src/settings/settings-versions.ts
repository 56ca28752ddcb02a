import type { SettingsRevision } from '@twi/database';
import type { Plugin, SettingsSchema } from '@twi/sdk';
import { z } from 'zod';
import { readSettings, type SettingsProblem } from './read-settings.ts';

/** What the settings of a plugin are read with. */
export type PluginSettings = Pick<Plugin, 'id' | 'settings' | 'settingsMigrations'>;

/** Settings in a guild at one revision, read with the schema of today. */
export interface SettingsState {
  /** 0 where nobody ever changed anything. */
  readonly revision: number;
  /** All fields, defaults filled in. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The fields that are stored; the others have their defaults. */
  readonly stored: Readonly<Record<string, unknown>>;
  /** What of the revision could not be used. */
  readonly problems: readonly SettingsProblem[];
}

const NO_SETTINGS: SettingsSchema = z.object({});

/** The schema of a plugin, also of one that has none. */
export function schemaOf({ settings }: PluginSettings): SettingsSchema {
  return settings ?? NO_SETTINGS;
}

/** The version of a plugin's settings: the n-th migration leads from version n to the next. */
export function currentVersion({ settingsMigrations = [] }: PluginSettings): number {
  return settingsMigrations.length + 1;
}

/**
 * Turns values of an earlier version into those of the current one.
 *
 * @throws whatever a migration throws.
 */
export function migrateValues(
  { settingsMigrations = [] }: PluginSettings,
  values: Readonly<Record<string, unknown>>,
  version: number,
): Readonly<Record<string, unknown>> {
  return settingsMigrations.slice(version - 1).reduce((before, next) => next(before), values);
}

/** Reads values that were stored with some version of a plugin's settings. */
function readVersion(
  plugin: PluginSettings,
  { value, version }: { readonly value: unknown; readonly version: number },
): Omit<SettingsState, 'revision'> {
  const schema = schemaOf(plugin);
  const values = typeof value === 'object' && value !== null ? { ...value } : {};
  let read;
  try {
    read = readSettings(schema, migrateValues(plugin, values, version));
  } catch (error) {
    const problem = { field: '', reason: `a migration from version ${version} failed: ${String(error)}` };
    return { ...readSettings(schema, {}), problems: [problem] };
  }
  if (version <= currentVersion(plugin)) return read;
  return { ...read, problems: [newerProblem(version, currentVersion(plugin)), ...read.problems] };
}

/** Reads a revision, whichever version of the plugin stored it. */
export function readRevision(plugin: PluginSettings, revision: SettingsRevision | undefined): SettingsState {
  if (!revision) return { revision: 0, ...readSettings(schemaOf(plugin), {}) };
  const { value, schemaVersion: version } = revision;
  return { revision: revision.revision, ...readVersion(plugin, { value, version }) };
}

function newerProblem(version: number, current: number): SettingsProblem {
  return {
    field: '',
    reason: `they were stored with version ${version} of its settings and this is version ${current}, so what that version changed does not hold`,
  };
}
