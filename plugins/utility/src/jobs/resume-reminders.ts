import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Takes up reminders that should have come by now, whatever became of their jobs. */
export const resumeRemindersJob = defineJob({
  data: z.object({}),
  schedule: '*/5 * * * *',
  run: ({ container }) => container.utility.reminders.resume(),
});
