import { z } from 'zod';

export const moderationSettings = z.strictObject({
  dmTarget: z.boolean().default(true).meta({
    title: 'Tell the person',
    description: 'Tell people by direct message what was done to them, and why',
  }),
});
