import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Finds boards on which a crash or a refusal of Discord left something over. */
export const settleStarsJob = defineJob({
  data: z.object({}),
  schedule: '* * * * *',
  run: ({ container }) => container.gallery.starboard.resumeDue(),
});
