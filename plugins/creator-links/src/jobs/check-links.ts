import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Finds out which links lead nowhere, a few at a time. */
export const checkLinksJob = defineJob({
  data: z.object({}),
  schedule: '* * * * *',
  timeoutSeconds: 300,
  // The next one begins within a minute.
  retries: 0,
  run: ({ container, signal }) => container['creator-links'].checks.run(signal),
});
