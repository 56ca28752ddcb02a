import { forgetSessionsJob } from './forget-sessions.ts';
import { makePartitionsJob } from './make-partitions.ts';

/** The durable work of the plugin. */
export const statsJobs = {
  'forget-sessions': forgetSessionsJob,
  'make-partitions': makePartitionsJob,
};
