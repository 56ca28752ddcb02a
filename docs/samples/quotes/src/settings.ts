import { snowflake } from '@twi/sdk';
import { z } from 'zod';

export const quotesSettings = z.strictObject({
  channelId: snowflake.nullable().default(null).meta({
    title: 'Channel of the quote of the day',
    description: 'Where a quote is posted every day at 9:00 UTC; nowhere while it is empty',
    kind: 'channel',
  }),
});
