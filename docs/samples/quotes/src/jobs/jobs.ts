import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

export const quotesJobs = {
  /** Every day at 9:00 UTC. */
  daily: defineJob({
    data: z.object({}),
    schedule: '0 9 * * *',
    run: ({ container }) => container.quotes.sendDaily(),
  }),
  post: defineJob({
    data: z.object({ guildId: snowflake }),
    run: ({ data, container }) => container.quotes.post(data.guildId),
  }),
};
