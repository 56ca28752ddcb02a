import { definePlugin, defineRoute } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { sql } from 'kysely';
import { GalleryCommand } from './gallery-command.ts';
import { Gallery } from './gallery.ts';
import { galleryJobs } from './jobs.ts';
import { PageHandler } from './page-handler.ts';
import { HasItemsPrecondition, WelcomeListener } from './pieces.ts';
import { gallerySettings } from './settings.ts';

// #region route
const newestRoute = defineRoute({
  method: 'GET',
  path: '/newest/:guildId',
  async run({ params, container }) {
    return Response.json(await container.gallery.newest(params['guildId'] ?? ''));
  },
});
// #endregion

// #region manifest
export const galleryPlugin = definePlugin({
  id: 'gallery',
  title: 'Gallery',
  description: 'Pictures of this server.',
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers],
  permissions: ['SendMessages'],
  nodes: {
    'gallery.manage': { description: 'Remove items of others', default: 'ManageMessages' },
  },
  settings: gallerySettings,
  tables: {
    items: { guild: 'guildId', person: 'ownerId', erase: 'delete' },
  },
  migrations: {
    '0001-create-items': {
      up: async (db) => {
        await db.schema
          .createTable('gallery.items')
          .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
          .addColumn('guild_id', 'bigint', (column) =>
            column.notNull().references('core.guilds.id').onDelete('cascade'),
          )
          .addColumn('owner_id', 'bigint', (column) => column.notNull().references('core.users.id'))
          .addColumn('title', 'text', (column) => column.notNull())
          .addColumn('added_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
          .addColumn('deleted_at', 'timestamptz')
          .execute();
      },
      down: async (db) => {
        await db.schema.dropTable('gallery.items').execute();
      },
    },
  },
  pieces: {
    commands: { gallery: GalleryCommand },
    interactionHandlers: { page: PageHandler },
    listeners: { 'member-add-welcome': WelcomeListener },
    preconditions: { 'has-items': HasItemsPrecondition },
  },
  jobs: galleryJobs,
  routes: { newest: newestRoute },
  setup: (context) => new Gallery(context),
});
// #endregion

declare module '@twi/sdk' {
  interface PluginServices {
    gallery: Gallery;
  }
}
