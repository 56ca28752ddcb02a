import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Forgets what is kept of anonymous reporters and needed no more. */
export const forgetReportersJob = defineJob({
  data: z.object({}),
  schedule: '20 * * * *',
  run: ({ container }) => container.moderation.reports.forgetReporters(),
});
