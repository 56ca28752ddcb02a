import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Lifts a temporary ban when it has run out. Does nothing when another ban or an unban came in between. */
export const liftBanJob = defineJob({
  data: z.object({
    guildId: snowflake,
    userId: snowflake,
    /** The case of the ban that ends. */
    caseNumber: z.int().positive(),
  }),
  run: ({ data, container }) => container.moderation.liftBan(data),
});
