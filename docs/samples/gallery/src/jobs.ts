import { defineJob, snowflake } from '@twi/sdk';
import { z } from 'zod';

export const galleryJobs = {
  announce: defineJob({
    data: z.object({ guildId: snowflake, itemId: z.string() }),
    timeoutSeconds: 30,
    retries: 3,
    run: ({ data, container }) => container.gallery.announce(data.guildId, data.itemId),
  }),
};
