import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createQuotes: Migration = {
  async up(db) {
    await db.schema
      .createTable('utility.quote_counters')
      .addColumn('guild_id', 'bigint', (column) =>
        column.primaryKey().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('last_number', 'integer', (column) => column.notNull())
      .execute();

    // Accents and punctuation go before PostgreSQL looks for words: it would take "and/or" for a path, and "é" for no "e".
    await sql`
      create function utility.plain_words(given text) returns text
      language sql immutable parallel safe
      as $$
        select translate(
          regexp_replace(normalize(given, NFKD), '[\\u0300-\\u036f]', '', 'g'),
          '!"#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~',
          repeat(' ', 32)
        )
      $$`.execute(db);

    await db.schema
      .createTable('utility.quotes')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull().check(sql`length(text) between 3 and 2000`))
      .addColumn('author_id', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('author_name', 'text', (column) => column.check(sql`length(author_name) between 1 and 100`))
      .addColumn('added_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('edited_at', 'timestamptz')
      .addColumn('deleted_at', 'timestamptz')
      .addColumn('words', sql`tsvector`, (column) =>
        column
          .notNull()
          .generatedAlwaysAs(
            sql`to_tsvector('simple', utility.plain_words(text || ' ' || coalesce(author_name, '')))`,
          )
          .stored(),
      )
      .addPrimaryKeyConstraint('quotes_pkey', ['guild_id', 'number'])
      .execute();

    await db.schema
      .createIndex('quotes_by_words')
      .on('utility.quotes')
      .using('gin')
      .column('words')
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
    await db.schema
      .createIndex('quotes_by_author')
      .on('utility.quotes')
      .columns(['guild_id', 'author_id', 'number'])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
    await db.schema.createIndex('quotes_by_adder').on('utility.quotes').column('added_by').execute();
  },

  async down(db) {
    await db.schema.dropTable('utility.quotes').execute();
    await db.schema.dropTable('utility.quote_counters').execute();
    await sql`drop function utility.plain_words(text)`.execute(db);
  },
};
