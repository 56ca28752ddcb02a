import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Takes the step of the escalation that a warning led to, when the bot was interrupted before it could. */
export const followWarningJob = defineJob({
  data: z.object({ guildId: snowflake, number: z.int().positive() }),
  run: ({ data, container }) => container.moderation.followWarning(data),
});
