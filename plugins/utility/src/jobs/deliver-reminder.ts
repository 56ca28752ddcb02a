import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Tells somebody what they wanted to be reminded of. Does nothing when they have been told, or want it no more. */
export const deliverReminderJob = defineJob({
  data: z.object({ guildId: snowflake, userId: snowflake, id: z.string().regex(/^\d{1,19}$/) }),
  run: ({ data, container }) => container.utility.reminders.deliver(data.id),
});
