import type { PluginContext } from '@twi/sdk';
import type { integrationsSettings } from './settings.ts';

/** What the host hands to this plugin. */
export type IntegrationsContext = PluginContext<'integrations', typeof integrationsSettings>;
