import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

/** Finds the stars of a server that came and went while the bot was away. */
export const reconcileStarsJob = defineJob({
  data: z.object({ guildId: snowflake }),
  timeoutSeconds: 600,
  run: ({ data, container, signal }) => container.gallery.reconciler.reconcile(data.guildId, signal),
});
