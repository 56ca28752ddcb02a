import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createQuotes: Migration = {
  async up(db) {
    await db.schema
      .createTable('quotes.quotes')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('author_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('added_by', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('text', 'text', (column) => column.notNull().check(sql`length(text) between 1 and 1000`))
      .addColumn('added_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
    await db.schema
      .createIndex('quotes_by_guild')
      .on('quotes.quotes')
      .columns(['guild_id', 'added_at'])
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('quotes.quotes').execute();
  },
};
