import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Gives a member the role for old accounts. Does nothing for who has left. */
export const verifyMemberJob = defineJob({
  data: z.object({ guildId: snowflake, userId: snowflake }),
  run: ({ data, container }) => container.moderation.memberRoles.verify(data),
});
