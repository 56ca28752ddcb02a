import type { PluginTables } from '@twi/database';
import type { PluginContext } from '@twi/sdk';
import type { Transaction } from 'kysely';
import type { creatorLinksJobs } from './jobs/jobs.ts';
import type { creatorLinksSettings } from './settings.ts';

/** What the host hands to this plugin. */
export type CreatorLinksContext = PluginContext<
  'creator-links',
  typeof creatorLinksSettings,
  typeof creatorLinksJobs
>;

/** A transaction over the plugin's tables. */
export type CreatorLinksTransaction = Transaction<PluginTables<'creator-links'>>;
