import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Finds out whether an action that was interrupted took place, and completes or fails its case. */
export const settleCaseJob = defineJob({
  data: z.object({ guildId: snowflake, number: z.int().positive() }),
  run: ({ data, container }) => container.moderation.settleCase(data),
});
