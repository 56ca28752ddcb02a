import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createStarredMessages: Migration = {
  async up(db) {
    await db.schema
      .createTable('gallery.starred_messages')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('message_id', 'bigint', (column) => column.notNull())
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('author_id', 'bigint')
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .defaultTo('none')
          .check(sql`state in ('none', 'posting', 'shown', 'removing', 'taken-down')`),
      )
      .addColumn('stars', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('board_channel_id', 'bigint')
      .addColumn('board_message_id', 'bigint')
      .addColumn('postings', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('shown_digest', 'text')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('settled_version', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('leased_until', 'timestamptz')
      .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('changed_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('starred_messages_pkey', ['guild_id', 'message_id'])
      .execute();
    await db.schema
      .createIndex('starred_messages_unsettled')
      .on('gallery.starred_messages')
      .column('changed_at')
      .where(sql<boolean>`settled_version < version`)
      .execute();
    await db.schema
      .createIndex('starred_messages_by_board')
      .unique()
      .on('gallery.starred_messages')
      .column('board_message_id')
      .where('board_message_id', 'is not', null)
      .execute();
    await db.schema
      .createIndex('starred_messages_by_author')
      .on('gallery.starred_messages')
      .column('author_id')
      .where('author_id', 'is not', null)
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('gallery.starred_messages').execute();
  },
};
