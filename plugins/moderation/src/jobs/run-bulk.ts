import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Works through a mass ban or a purge. Sent again when a process died on the way. */
export const runBulkJob = defineJob({
  data: z.object({ guildId: snowflake, id: z.string() }),
  timeoutSeconds: 3_600,
  run: ({ data, container, signal }) => container.moderation.bulk.run(data, signal),
});
