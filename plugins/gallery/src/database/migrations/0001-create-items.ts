import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createItems: Migration = {
  async up(db) {
    await db.schema
      .createTable('gallery.counters')
      .addColumn('guild_id', 'bigint', (column) =>
        column.primaryKey().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('last_number', 'integer', (column) => column.notNull())
      .execute();

    // Accents and punctuation go before PostgreSQL looks for words: it would take "and/or" for a path, and "é" for no "e".
    await sql`
      create function gallery.plain_words(given text) returns text
      language sql immutable parallel safe
      as $$
        select translate(
          regexp_replace(normalize(given, NFKD), '[\\u0300-\\u036f]', '', 'g'),
          '!"#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~',
          repeat(' ', 32)
        )
      $$`.execute(db);

    // The server is a word of its own, so that one index finds the words of one server without those of the others.
    await sql`
      create function gallery.search_of(guild_id bigint, title text, tags text[], creator text, description text)
      returns tsvector
      language sql immutable parallel safe
      as $$
        select array_to_tsvector(array['guild:' || guild_id])
          || setweight(to_tsvector('simple', gallery.plain_words(title)), 'A')
          || setweight(to_tsvector('simple', gallery.plain_words(array_to_string(tags, ' '))), 'B')
          || setweight(to_tsvector('simple', gallery.plain_words(coalesce(creator, ''))), 'C')
          || setweight(to_tsvector('simple', gallery.plain_words(coalesce(description, ''))), 'D')
      $$`.execute(db);

    await db.schema
      .createTable('gallery.items')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) =>
        column.notNull().check(sql`kind in ('image', 'video', 'audio', 'file', 'text', 'link')`),
      )
      .addColumn('title', 'text', (column) => column.notNull().check(sql`length(title) between 1 and 100`))
      .addColumn('url', 'text', (column) => column.check(sql`length(url) <= 2048`))
      .addColumn('description', 'text', (column) => column.check(sql`length(description) <= 2000`))
      .addColumn('creator', 'text', (column) => column.check(sql`length(creator) between 1 and 100`))
      .addColumn('creator_id', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('tags', sql`text[]`, (column) =>
        column
          .notNull()
          .defaultTo(sql`'{}'::text[]`)
          .check(sql`cardinality(tags) <= 10`),
      )
      .addColumn('nsfw', 'boolean', (column) => column.notNull())
      .addColumn('added_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('added_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('source_channel_id', 'bigint')
      .addColumn('source_message_id', 'bigint')
      .addColumn('source_url', 'text', (column) => column.check(sql`length(source_url) <= 2048`))
      .addColumn('source_author_id', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('posted_channel_id', 'bigint')
      .addColumn('posted_message_id', 'bigint')
      .addColumn('deleted_at', 'timestamptz')
      .addColumn('creator_key', 'text', (column) =>
        column.generatedAlwaysAs(sql`coalesce('@' || creator_id::text, lower(creator))`).stored(),
      )
      .addColumn('search', sql`tsvector`, (column) =>
        column
          .notNull()
          .generatedAlwaysAs(sql`gallery.search_of(guild_id, title, tags, creator, description)`)
          .stored(),
      )
      .addPrimaryKeyConstraint('items_pkey', ['guild_id', 'number'])
      .execute();

    await createIndexes(db);
    await createFiles(db);
  },

  async down(db) {
    await db.schema.dropTable('gallery.files').execute();
    await db.schema.dropTable('gallery.items').execute();
    await sql`drop function gallery.search_of`.execute(db);
    await sql`drop function gallery.plain_words`.execute(db);
    await db.schema.dropTable('gallery.counters').execute();
  },
};

type AnyDatabase = Parameters<Migration['up']>[0];

async function createIndexes(db: AnyDatabase): Promise<void> {
  // What is read outside of age-restricted channels must not cost more the more items are not shown there.
  await sql`create index items_live on gallery.items (guild_id, number) where deleted_at is null`.execute(db);
  await sql`create index items_safe on gallery.items (guild_id, number) where deleted_at is null and not nsfw`.execute(
    db,
  );
  await sql`create index items_bin on gallery.items (guild_id, number) where deleted_at is not null`.execute(
    db,
  );
  await sql`create index items_by_creator on gallery.items (guild_id, creator_key, number) where deleted_at is null`.execute(
    db,
  );
  // Without a list of pending entries, which every search would have to read.
  await sql`create index items_search on gallery.items using gin (search) with (fastupdate = off) where deleted_at is null`.execute(
    db,
  );
  await sql`create unique index items_source on gallery.items (guild_id, source_message_id) where deleted_at is null`.execute(
    db,
  );
  await sql`create index items_by_url on gallery.items (guild_id, md5(url)) where deleted_at is null and url is not null`.execute(
    db,
  );
  await sql`create index items_posted on gallery.items (posted_message_id) where posted_message_id is not null`.execute(
    db,
  );
  for (const person of ['added_by', 'creator_id', 'source_author_id']) {
    await sql`create index ${sql.id(`items_of_${person}`)} on gallery.items (${sql.id(person)}) where ${sql.id(person)} is not null`.execute(
      db,
    );
  }
}

async function createFiles(db: AnyDatabase): Promise<void> {
  await db.schema
    .createTable('gallery.files')
    .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
    .addColumn('guild_id', 'bigint', (column) =>
      column.notNull().references('core.guilds.id').onDelete('cascade'),
    )
    .addColumn('item_number', 'integer', (column) => column.notNull())
    .addColumn('position', 'smallint', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull().check(sql`length(name) between 1 and 1024`))
    .addColumn('content_type', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('spoiler', 'boolean', (column) => column.notNull())
    .addColumn('alt', 'text', (column) => column.check(sql`length(alt) between 1 and 1024`))
    .addColumn('sha256', 'text', (column) => column.check(sql`sha256 ~ '^[0-9a-f]{64}$'`))
    .addColumn('perceptual_hash', sql`bit(64)`)
    .addColumn('channel_id', 'bigint', (column) => column.notNull())
    .addColumn('message_id', 'bigint', (column) => column.notNull())
    .addColumn('attachment_id', 'bigint', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('gone_at', 'timestamptz')
    .addForeignKeyConstraint(
      'files_item',
      ['guild_id', 'item_number'],
      'gallery.items',
      ['guild_id', 'number'],
      (key) => key.onDelete('cascade'),
    )
    .addUniqueConstraint('files_positions', ['guild_id', 'item_number', 'position'])
    .execute();
  await sql`create index files_by_sha256 on gallery.files (guild_id, sha256) where sha256 is not null`.execute(
    db,
  );
  await sql`create index files_by_likeness on gallery.files (guild_id, perceptual_hash, item_number) where perceptual_hash is not null`.execute(
    db,
  );
  await sql`create index files_by_message on gallery.files (message_id)`.execute(db);
}
