import type { PluginContext } from '@twi/sdk';
import type { quotesJobs } from './jobs/jobs.ts';
import type { quotesSettings } from './settings.ts';

/** What the host hands to this plugin. */
export type QuotesContext = PluginContext<'quotes', typeof quotesSettings, typeof quotesJobs>;
