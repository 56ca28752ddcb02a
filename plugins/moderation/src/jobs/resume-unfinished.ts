import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Takes up what a crash, a long downtime or a refusal of Discord left unfinished. */
export const resumeUnfinishedJob = defineJob({
  data: z.object({}),
  schedule: '*/5 * * * *',
  run: ({ container }) => container.moderation.resumeUnfinished(),
});
