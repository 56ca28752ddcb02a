import { finishErasureJob } from './finish-erasure.ts';
import { purgeGuildsJob } from './purge-guilds.ts';
import { sweepRetentionJob } from './sweep-retention.ts';

/** The durable work of the host itself. */
export const coreJobs = {
  'finish-erasure': finishErasureJob,
  'purge-guilds': purgeGuildsJob,
  'sweep-retention': sweepRetentionJob,
};
