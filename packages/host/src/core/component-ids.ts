import { customId } from '@twi/sdk';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import { type ConfigFormState, writeFormState } from './config/config-form-state.ts';

/** The longest key that fits beside the handler's name in Discord's 100 characters. */
const MAX_KEY = 70;

/** What the button of a plugin does; `-all` when the person has confirmed that others go with it. */
export type ToggleVerb = 'enable' | 'disable' | 'enable-all' | 'disable-all';

/** The custom ids of core's components, by what they do. Each names the handler of the same name. */
export const componentIds = {
  pluginsPage: (from = ''): string => customId(CORE_PLUGIN_ID, 'plugins-page', from),
  pluginSelect: (): string => customId(CORE_PLUGIN_ID, 'plugin-select'),
  pluginToggle: (verb: ToggleVerb, pluginId: string): string =>
    customId(CORE_PLUGIN_ID, 'plugin-toggle', `${verb}.${pluginId}`),
  dismiss: (): string => customId(CORE_PLUGIN_ID, 'dismiss'),
  auditPage: (state: string): string => customId(CORE_PLUGIN_ID, 'audit-page', state),
  overridesPage: (state: string): string => customId(CORE_PLUGIN_ID, 'overrides-page', state),
  helpPage: (from: string): string => customId(CORE_PLUGIN_ID, 'help-page', from.slice(0, MAX_KEY)),
  helpPlugin: (): string => customId(CORE_PLUGIN_ID, 'help-plugin'),
  hostPluginsPage: (from: string): string => customId(CORE_PLUGIN_ID, 'host-plugins-page', from),
  hostErrorsPage: (state: string): string => customId(CORE_PLUGIN_ID, 'host-errors-page', state),
  hostErrorSelect: (): string => customId(CORE_PLUGIN_ID, 'host-error-select'),
  hostErrorMark: (verb: 'resolve' | 'reopen', fingerprint: string): string =>
    customId(CORE_PLUGIN_ID, 'host-error-mark', `${verb}.${fingerprint}`),
  configOverview: (from: string): string => customId(CORE_PLUGIN_ID, 'config-overview', from),
  configSelect: (): string => customId(CORE_PLUGIN_ID, 'config-select'),
  configShow: (state: ConfigFormState): string =>
    customId(CORE_PLUGIN_ID, 'config-show', writeFormState(state)),
  configPage: (state: ConfigFormState): string =>
    customId(CORE_PLUGIN_ID, 'config-page', writeFormState(state)),
  configPick: (state: ConfigFormState): string =>
    customId(CORE_PLUGIN_ID, 'config-pick', writeFormState(state)),
  configType: (state: ConfigFormState): string =>
    customId(CORE_PLUGIN_ID, 'config-type', writeFormState(state)),
  configForm: (state: ConfigFormState): string =>
    customId(CORE_PLUGIN_ID, 'config-form', writeFormState(state)),
  configHistory: (pluginId: string, cursor: string): string =>
    customId(CORE_PLUGIN_ID, 'config-history', `${pluginId}/${cursor}`),
  configImport: (digest: string): string => customId(CORE_PLUGIN_ID, 'config-import', digest),
  privacyErase: (userId: string): string => customId(CORE_PLUGIN_ID, 'privacy-erase', userId),
  hostSync: (guildId: string): string => customId(CORE_PLUGIN_ID, 'host-sync', guildId),
} as const;
