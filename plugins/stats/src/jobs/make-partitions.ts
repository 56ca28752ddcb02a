import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Makes the partitions of the coming months, long before they are needed. */
export const makePartitionsJob = defineJob({
  data: z.object({}),
  schedule: '23 4 * * *',
  run: ({ container }) => container.stats.counting.partitions.makeAhead(),
});
