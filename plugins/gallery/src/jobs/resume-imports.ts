import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Takes up imports that a crash or a stop of the bot interrupted. */
export const resumeImportsJob = defineJob({
  data: z.object({}),
  schedule: '* * * * *',
  run: ({ container }) => container.gallery.imports.resumeAbandoned(),
});
