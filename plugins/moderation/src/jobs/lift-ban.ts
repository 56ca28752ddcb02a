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
  erase: { keep: 'Without it, a temporary ban would never end. It goes when the ban does.' },
  run: ({ data, container }) => container.moderation.liftBan(data),
});
