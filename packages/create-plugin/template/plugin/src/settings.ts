import { setting } from '@twi/sdk';
import { z } from 'zod';

/** What a server can change. Every field has a default, so that nobody has to. */
export const settings = z.strictObject({
  pointsPerMessage: setting.number({
    title: 'Points per message',
    description: 'How many points a member gets for each message, 1 to 100',
    min: 1,
    max: 100,
    default: 1,
  }),
});
