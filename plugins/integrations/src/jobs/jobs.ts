import { pruneFeedsJob } from './prune-feeds.ts';

/** The plugin's durable work, by the names under which it is sent. */
export const integrationsJobs = { 'prune-feeds': pruneFeedsJob };
