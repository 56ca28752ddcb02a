import { setting } from '@twi/sdk';
import { ChannelType } from 'discord.js';
import { z } from 'zod';

export const gallerySettings = z.strictObject({
  announcements: setting.boolean({
    title: 'Announcements',
    description: 'Say when an item is new',
    default: true,
  }),
  logChannelId: setting.channel({
    title: 'Log channel',
    description: 'Where changes are logged',
    types: [ChannelType.GuildText],
  }),
});
