import type { PluginContext } from '@twi/sdk';
import type { integrationsJobs } from './jobs/jobs.ts';
import type { integrationsSettings } from './settings.ts';

/** What the host hands to this plugin. */
export type IntegrationsContext = PluginContext<
  'integrations',
  typeof integrationsSettings,
  typeof integrationsJobs
>;
