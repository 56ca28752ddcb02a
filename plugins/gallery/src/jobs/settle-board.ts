import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Brings the board of a server up to date where a crash or a refusal of Discord left something over. */
export const settleBoardJob = defineJob({
  data: z.object({ guildId: snowflake }),
  run: ({ data, container, signal }) => container.gallery.starboard.settleDue(data.guildId, signal),
});
