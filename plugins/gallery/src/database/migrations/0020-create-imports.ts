import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createImports: Migration = {
  async up(db) {
    await db.schema
      .createTable('gallery.imports')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .defaultTo('running')
          .check(sql`state in ('running', 'paused', 'cancelled', 'done')`),
      )
      .addColumn('note', 'text')
      .addColumn('started_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('after_id', 'bigint')
      .addColumn('until_id', 'bigint', (column) => column.notNull())
      .addColumn('phase', 'text', (column) =>
        column
          .notNull()
          .check(sql`phase in ('messages', 'open-threads', 'archived-threads', 'reopened-threads')`),
      )
      .addColumn('position', 'text')
      .addColumn('scanned', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('progress_channel_id', 'bigint')
      .addColumn('progress_message_id', 'bigint')
      .addColumn('leased_until', 'timestamptz')
      .addColumn('claims', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('finished_at', 'timestamptz')
      .execute();
    // One unfinished import of a channel, also when two are begun at once.
    await db.schema
      .createIndex('imports_unfinished')
      .unique()
      .on('gallery.imports')
      .columns(['guild_id', 'channel_id'])
      .where(sql.ref('state'), 'in', sql`('running', 'paused')`)
      .execute();
    await db.schema
      .createIndex('imports_by_guild')
      .on('gallery.imports')
      .columns(['guild_id', 'id'])
      .execute();

    await db.schema
      .createTable('gallery.import_entries')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('import_id', 'bigint', (column) =>
        column.notNull().references('gallery.imports.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('source_channel_id', 'bigint', (column) => column.notNull())
      .addColumn('message_id', 'bigint', (column) => column.notNull())
      .addColumn('author_id', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('added', 'review', 'accepted', 'skipped', 'known')`),
      )
      .addColumn('number', 'integer')
      .addColumn('title', 'text', (column) => column.check(sql`length(title) between 1 and 100`))
      .addColumn('creator', 'text', (column) => column.check(sql`length(creator) between 1 and 100`))
      .addColumn('creator_id', 'bigint')
      .addColumn('tags', sql`text[]`, (column) => column.notNull())
      .addColumn('nsfw', 'boolean', (column) => column.notNull())
      .addColumn('doubts', sql`text[]`, (column) => column.notNull())
      .addColumn('decided_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('decided_at', 'timestamptz')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      // A post is decided on once, however often its channel is imported.
      .addUniqueConstraint('import_entries_by_message', ['guild_id', 'message_id'])
      .execute();
    await db.schema
      .createIndex('import_entries_by_import')
      .on('gallery.import_entries')
      .columns(['import_id', 'id'])
      .execute();
    await db.schema
      .createIndex('import_entries_for_review')
      .on('gallery.import_entries')
      .columns(['guild_id', 'id'])
      .where(sql.ref('state'), '=', sql.lit('review'))
      .execute();
    for (const column of ['author_id', 'creator_id'])
      await db.schema
        .createIndex(`import_entries_by_${column}`)
        .on('gallery.import_entries')
        .column(column)
        .execute();
    // What somebody removed does not come back by importing its channel again.
    await sql`create index items_removed_source on gallery.items (guild_id, source_message_id) where deleted_at is not null`.execute(
      db,
    );
  },

  async down(db) {
    await sql`drop index gallery.items_removed_source`.execute(db);
    await db.schema.dropTable('gallery.import_entries').execute();
    await db.schema.dropTable('gallery.imports').execute();
  },
};
