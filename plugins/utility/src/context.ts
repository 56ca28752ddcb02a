import type { PluginContext } from '@twi/sdk';
import type { utilityJobs } from './jobs/jobs.ts';
import type { utilitySettings } from './settings.ts';

/** What the host hands to this plugin. */
export type UtilityContext = PluginContext<'utility', typeof utilitySettings, typeof utilityJobs>;
