import type { PluginContext } from '@twi/sdk';
import type { moderationJobs } from './jobs/jobs.ts';
import type { moderationSettings } from './settings.ts';

/** What the host hands to this plugin. */
export type ModerationContext = PluginContext<'moderation', typeof moderationSettings, typeof moderationJobs>;
