import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { GalleryCommand } from './commands/gallery.ts';
import { GalleryAdminCommand } from './commands/gallery-admin.ts';
import { RepostCommand } from './commands/repost.ts';
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
import { Gallery } from './gallery.ts';
import { galleryHandlers } from './interaction-handlers/gallery-handlers.ts';
import { importHandlers } from './interaction-handlers/import-handlers.ts';
import { repostHandlers } from './interaction-handlers/repost-handlers.ts';
import { galleryJobs } from './jobs/jobs.ts';
import { fileListeners } from './listeners/file-listeners.ts';
import { repostListeners } from './listeners/repost-listeners.ts';
import { starboardListeners } from './listeners/starboard-listeners.ts';
import { galleryLocales } from './locales/gallery-locales.ts';
import { reversals } from './reversals/reversals.ts';
import { gallerySettings } from './settings.ts';

/** The best of the community, collected, found again and shown. */
export const galleryPlugin = definePlugin({
  id: 'gallery',
  title: 'Gallery',
  description: 'The best of the community, collected, found again and shown.',
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.GuildMessageReactions,
    GatewayIntentBits.MessageContent,
  ],
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
  pieces: {
    commands: { gallery: GalleryCommand, 'gallery-admin': GalleryAdminCommand, repost: RepostCommand },
    interactionHandlers: { ...galleryHandlers, ...importHandlers, ...repostHandlers },
    listeners: { ...fileListeners, ...repostListeners, ...starboardListeners },
  },
  jobs: galleryJobs,
  setup: (context) => new Gallery(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    gallery: Gallery;
  }
}
