import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Makes good what was missed in ways that nobody noticed. */
export const reconcileAllStarsJob = defineJob({
  data: z.object({}),
  schedule: '17 */6 * * *',
  run: ({ container }) => container.gallery.reconciler.reconcileAll(),
});
