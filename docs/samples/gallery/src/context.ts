import type { PluginContext } from '@twi/sdk';
import type { galleryJobs } from './jobs.ts';
import type { gallerySettings } from './settings.ts';

/** What the host hands to this plugin. */
export type GalleryContext = PluginContext<'gallery', typeof gallerySettings, typeof galleryJobs>;
