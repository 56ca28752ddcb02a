import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Goes on with an erasure that was interrupted. */
export const finishErasureJob = defineJob({
  data: z.object({ userId: snowflake }),
  timeoutSeconds: 900,
  retries: 20,
  run: ({ data, container }) => container.core.privacy.finishErasure(data.userId),
});
