import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createCreatorLinks: Migration = {
  async up(db) {
    await db.schema
      .createTable('creator_links.creators')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('user_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('left_at', 'timestamptz')
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('creators_pkey', ['guild_id', 'user_id'])
      .execute();
    await sql`create index creators_by_user on creator_links.creators (user_id)`.execute(db);
    await createLinks(db);
    await createEdits(db);
  },

  async down(db) {
    await db.schema.dropTable('creator_links.link_edits').execute();
    await db.schema.dropTable('creator_links.creator_links').execute();
    await db.schema.dropTable('creator_links.creators').execute();
  },
};

type Db = Parameters<Migration['up']>[0];

async function createLinks(db: Db): Promise<void> {
  await db.schema
    .createTable('creator_links.creator_links')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('guild_id', 'bigint', (column) =>
      column.notNull().references('core.guilds.id').onDelete('cascade'),
    )
    .addColumn('user_id', 'bigint', (column) => column.notNull().references('core.users.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('title_key', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull().check(sql`url like 'https://%'`))
    .addColumn('platform', 'text', (column) => column.notNull())
    .addColumn('username', 'text')
    .addColumn('weight', 'integer', (column) =>
      column
        .notNull()
        .defaultTo(0)
        .check(sql`weight between -1000 and 1000`),
    )
    .addColumn('is_nsfw', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('is_featured', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('verified_at', 'timestamptz')
    .addColumn('verified_by', 'bigint', (column) => column.references('core.users.id'))
    .addColumn('hidden_at', 'timestamptz')
    .addColumn('hidden_by', 'bigint', (column) => column.references('core.users.id'))
    .addColumn('added_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
    .addColumn('deleted_at', 'timestamptz')
    .addForeignKeyConstraint(
      'creator_links_creator',
      ['guild_id', 'user_id'],
      'creator_links.creators',
      ['guild_id', 'user_id'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  // Links of a person, and titles given once.
  await sql`
    create unique index creator_links_by_title on creator_links.creator_links (guild_id, user_id, title_key)
    where deleted_at is null`.execute(db);
  await sql`
    create index creator_links_by_user on creator_links.creator_links (user_id)`.execute(db);
  // The directory, newest first: of all platforms, of one, and of words.
  await sql`
    create index creator_links_directory on creator_links.creator_links (guild_id, id)
    where deleted_at is null and hidden_at is null`.execute(db);
  await sql`
    create index creator_links_by_platform on creator_links.creator_links (guild_id, platform, id)
    where deleted_at is null and hidden_at is null`.execute(db);
  await sql`
    create index creator_links_words on creator_links.creator_links
    using gin ((array_to_tsvector(array['guild ' || guild_id::text]) ||
      to_tsvector('simple', title || ' ' || coalesce(username, '') || ' ' || platform)))
    where deleted_at is null and hidden_at is null`.execute(db);
}

async function createEdits(db: Db): Promise<void> {
  await db.schema
    .createTable('creator_links.link_edits')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('link_id', 'bigint', (column) =>
      column.notNull().references('creator_links.creator_links.id').onDelete('cascade'),
    )
    .addColumn('before', 'jsonb', (column) => column.notNull())
    .addColumn('after', 'jsonb', (column) => column.notNull())
    .execute();
  await sql`create index link_edits_by_link on creator_links.link_edits (link_id)`.execute(db);
}
