import type { PluginTables } from '@twi/database';
import type { PluginContext } from '@twi/sdk';
import type { Transaction } from 'kysely';
import type { galleryJobs } from './jobs/jobs.ts';
import type { gallerySettings } from './settings.ts';

/** What the host hands to this plugin. */
export type GalleryContext = PluginContext<'gallery', typeof gallerySettings, typeof galleryJobs>;

/** A transaction over the plugin's own tables. */
export type GalleryTransaction = Transaction<PluginTables<'gallery'>>;
