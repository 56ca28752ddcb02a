import { defineJob } from '@twi/sdk';
import { z } from 'zod';

const KEPT_FOR_MS = 365 * 86_400_000;

/** Forgets, every night, who got no points for a year. */
export const forgetInactiveJob = defineJob({
  data: z.object({}),
  schedule: '0 3 * * *',
  run: ({ container }) => container['my-plugin'].forgetInactive(new Date(Date.now() - KEPT_FOR_MS)),
});
