import type { SettingField } from '../../settings/fields/setting-field.ts';
import type { PluginSettings } from '../../settings/settings-versions.ts';

/** A plugin whose settings a server can change. */
export interface ConfigTarget {
  readonly id: string;
  readonly title: string;
  readonly plugin: PluginSettings;
  /** At least one. */
  readonly fields: readonly SettingField[];
}
