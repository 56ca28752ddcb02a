import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createLinks: Migration = {
  async up(db) {
    await db.schema
      .createTable('creator_links.links')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('title_key', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('tag', 'text')
      .addColumn('shows_preview', 'boolean', (column) => column.notNull().defaultTo(true))
      .addColumn('added_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('changed_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('added_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('changed_at', 'timestamptz', (column) => column.notNull())
      .addColumn('deleted_at', 'timestamptz')
      .execute();
    await sql`
      create unique index links_by_title on creator_links.links (guild_id, title_key text_pattern_ops)
      where deleted_at is null`.execute(db);
    await sql`
      create index links_by_tag on creator_links.links (guild_id, tag text_pattern_ops)
      where deleted_at is null and tag is not null`.execute(db);
    await sql`create index links_by_adder on creator_links.links (added_by)`.execute(db);
    await sql`create index links_by_changer on creator_links.links (changed_by)`.execute(db);
  },

  async down(db) {
    await db.schema.dropTable('creator_links.links').execute();
  },
};
