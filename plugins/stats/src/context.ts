import type { PluginTables } from '@twi/database';
import type { PluginContext } from '@twi/sdk';
import type { Transaction } from 'kysely';
import type {} from './database/schema.ts';
import type { statsJobs } from './jobs/jobs.ts';
import type { statsSettings } from './settings.ts';

/** What the host hands to this plugin. */
export type StatsContext = PluginContext<'stats', typeof statsSettings, typeof statsJobs>;

/** A transaction over the plugin's own tables. */
export type StatsTransaction = Transaction<PluginTables<'stats'>>;
