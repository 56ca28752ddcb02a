import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Forgets what feeds have not had for long. */
export const pruneFeedsJob = defineJob({
  data: z.object({}),
  schedule: '23 4 * * *',
  run: ({ container }) => container.integrations.feeds.prune(),
});
