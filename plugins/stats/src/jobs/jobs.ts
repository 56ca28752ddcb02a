import { makePartitionsJob } from './make-partitions.ts';

/** The durable work of the plugin. */
export const statsJobs = {
  'make-partitions': makePartitionsJob,
};
