import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Finds reposts that a crash interrupted. */
export const settleRepostsJob = defineJob({
  data: z.object({}),
  schedule: '* * * * *',
  run: ({ container }) => container.gallery.reposts.resumeInterrupted(),
});
