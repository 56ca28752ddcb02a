import { snowflake } from '@twi/sdk';
import { z } from 'zod';

export const gallerySettings = z.strictObject({
  announcements: z.boolean().default(true).meta({
    title: 'Announcements',
    description: 'Say when an item is new',
  }),
  logChannelId: snowflake.nullable().default(null).meta({
    title: 'Log channel',
    description: 'Where changes are logged',
    kind: 'channel',
  }),
});
