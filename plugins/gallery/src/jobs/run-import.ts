import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Goes through the old posts of a channel. Sent again when a process died on the way. */
export const runImportJob = defineJob({
  data: z.object({ guildId: snowflake, id: z.string() }),
  timeoutSeconds: 3_600,
  run: ({ data, container, signal }) => container.gallery.imports.run(data, signal),
});
