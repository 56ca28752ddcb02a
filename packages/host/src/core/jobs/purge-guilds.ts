import { defineJob } from '@twi/sdk';
import { z } from 'zod';

/** Removes the data of guilds that the bot has left for long enough. */
export const purgeGuildsJob = defineJob({
  data: z.object({}),
  schedule: '23 * * * *',
  timeoutSeconds: 3_000,
  async run({ container, signal }) {
    await container.core.guildPurge.purgeDue(signal);
  },
});
