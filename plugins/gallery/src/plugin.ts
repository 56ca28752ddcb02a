import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
import { Gallery } from './gallery.ts';
import { galleryJobs } from './jobs/jobs.ts';
import { galleryLocales } from './locales/gallery-locales.ts';
import { reversals } from './reversals/reversals.ts';
import { gallerySettings } from './settings.ts';

/** The best of the community, collected, found again and shown. */
export const galleryPlugin = definePlugin({
  id: 'gallery',
  title: 'Gallery',
  description: 'The best of the community, collected, found again and shown.',
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
  permissions: ['ViewChannel', 'SendMessages', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory'],
  nodes: {
    'gallery.add': {
      description: 'Add items to the gallery, and change their own',
      default: 'ManageMessages',
    },
    'gallery.manage': { description: 'Change and remove items of others', default: 'ManageMessages' },
    'gallery.repost': { description: 'Put messages of members into the gallery', default: 'ManageMessages' },
    'gallery.admin': {
      description: 'Choose channels, tag items and import old posts',
      default: 'ManageGuild',
    },
  },
  reversals,
  settings: gallerySettings,
  locales: galleryLocales,
  tables: dataRights,
  migrations,
  pieces: {},
  jobs: galleryJobs,
  setup: (context) => new Gallery(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    gallery: Gallery;
  }
}
