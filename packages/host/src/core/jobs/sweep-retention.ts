import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Removes what was kept for long enough. */
export const sweepRetentionJob = defineJob({
  data: z.object({}),
  schedule: '47 3 * * *',
  timeoutSeconds: 3_000,
  run: ({ container }) => container.core.retentionSweep.sweep(),
});
