import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createLinkChecks: Migration = {
  async up(db) {
    await db.schema
      .createTable('creator_links.link_checks')
      .addColumn('link_id', 'bigint', (column) =>
        column.primaryKey().references('creator_links.creator_links.id').onDelete('cascade'),
      )
      .addColumn('host', 'text', (column) => column.notNull())
      .addColumn('next_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('claimed_until', 'timestamptz')
      .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('failed_since', 'timestamptz')
      .addColumn('dead_at', 'timestamptz')
      .execute();
    await sql`create index link_checks_due on creator_links.link_checks (next_at)`.execute(db);
    await sql`
      create index link_checks_claimed on creator_links.link_checks (host, claimed_until)
      where claimed_until is not null`.execute(db);
  },

  async down(db) {
    await db.schema.dropTable('creator_links.link_checks').execute();
  },
};
