import type { Snowflake } from 'discord.js';
import type { PluginSettings, SettingsState } from './settings-versions.ts';

/** How a change of settings came about, as the audit log names it. */
export type SettingsAction =
  | 'core.settings-set'
  | 'core.settings-reset'
  | 'core.settings-revert'
  | 'core.settings-import';

/** How the settings of one plugin are to change. */
export interface SettingsEdit {
  readonly plugin: PluginSettings;
  /**
   * From what holds at that moment to what is to be stored, which is all fields that are not to have their default. What
   * it throws refuses the whole change.
   */
  readonly edit: (state: SettingsState) => Readonly<Record<string, unknown>>;
}

export interface SettingsChange {
  readonly guildId: Snowflake;
  /** Who changes them; absent when the bot acts by itself. */
  readonly byUserId?: Snowflake | undefined;
  readonly action: SettingsAction;
  readonly edits: readonly SettingsEdit[];
}

/** What a change made of the settings of a plugin. */
export interface ChangedSettings {
  readonly plugin: PluginSettings;
  readonly before: SettingsState;
  readonly after: SettingsState;
}
