import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Forgets processes that ended long ago. */
export const forgetSessionsJob = defineJob({
  data: z.object({}),
  schedule: '29 4 * * *',
  run: ({ container }) => container.stats.counting.ownership.forgetSessions(),
});
