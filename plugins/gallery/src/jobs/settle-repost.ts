import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Concludes a repost that a crash interrupted. */
export const settleRepostJob = defineJob({
  data: z.object({ guildId: snowflake, id: z.string() }),
  run: ({ data, container }) => container.gallery.reposts.settle(data),
});
