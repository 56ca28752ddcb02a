import { createHash } from 'node:crypto';
import type { SettingField } from '../../settings/fields/setting-field.ts';
import type { SettingsState } from '../../settings/settings-versions.ts';
import type { ConfigTarget } from './config-target.ts';
import type { FieldValues } from './field-values.ts';

const DIGEST_LENGTH = 22;

/** How an import changes the settings of one plugin. */
export interface PlannedSettings {
  readonly target: ConfigTarget;
  readonly state: SettingsState;
  /** The fields that change; `undefined` for those that get their default. */
  readonly values: FieldValues;
}

/** What an import would do. Nothing has been changed yet. */
export interface ImportPlan {
  readonly settings: readonly PlannedSettings[];
  /** Ids of plugins to be switched on and off. */
  readonly enable: readonly string[];
  readonly disable: readonly string[];
  /** Ids in the file of plugins that this bot does not have; they are left out. */
  readonly unknown: readonly string[];
}

export function isEmptyPlan({ settings, enable, disable }: ImportPlan): boolean {
  return settings.length === 0 && enable.length === 0 && disable.length === 0;
}

/** Tells plans apart that look different to a person, so that what is confirmed is what was shown. */
export function planDigest({ settings, enable, disable }: ImportPlan): string {
  const shown = settings.map(({ target, state, values }) => [
    target.id,
    Array.from(values, ([field, value]) => change(field, state, value)),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([shown, enable, disable]))
    .digest('base64url')
    .slice(0, DIGEST_LENGTH);
}

function change(
  { name, default: fallback }: SettingField,
  { values }: SettingsState,
  value: unknown,
): unknown {
  return [name, values[name], value === undefined ? fallback : value];
}
