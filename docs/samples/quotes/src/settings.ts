import { setting } from '@twi/sdk';
import { ChannelType } from 'discord.js';
import { z } from 'zod';

export const quotesSettings = z.strictObject({
  channelId: setting.channel({
    title: 'Channel of the quote of the day',
    description: 'Where a quote is posted every day at 9:00 UTC; nowhere while it is empty',
    types: [ChannelType.GuildText],
  }),
});
