import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createDestinations: Migration = {
  async up(db) {
    await db.schema
      .createTable('gallery.destinations')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('kinds', sql`text[]`, (column) => column.notNull())
      .addColumn('nsfw_only', 'boolean', (column) => column.notNull())
      .addColumn('default_tags', sql`text[]`, (column) => column.notNull())
      .addColumn('auto_thread', 'boolean', (column) => column.notNull())
      .addColumn('added_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('added_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('destinations_pkey', ['guild_id', 'channel_id'])
      .execute();
    await sql`create index destinations_of_added_by on gallery.destinations (added_by) where added_by is not null`.execute(
      db,
    );
  },

  async down(db) {
    await db.schema.dropTable('gallery.destinations').execute();
  },
};
