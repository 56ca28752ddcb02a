import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const extendCases: Migration = {
  async up(db) {
    await db.schema
      .alterTable('moderation.cases')
      .addColumn('channel_id', 'bigint')
      .addColumn('follows', 'integer')
      .execute();

    await db.schema
      .createTable('moderation.case_notes')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) => column.notNull())
      .addColumn('case_number', 'integer', (column) => column.notNull())
      .addColumn('author_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('text', 'text', (column) => column.notNull().check(sql`length(text) between 1 and 1000`))
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('deleted_at', 'timestamptz')
      .addForeignKeyConstraint(
        'case_notes_case_fkey',
        ['guild_id', 'case_number'],
        'moderation.cases',
        ['guild_id', 'number'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute();
    await db.schema
      .createIndex('case_notes_by_case')
      .on('moderation.case_notes')
      .columns(['guild_id', 'case_number', 'id'])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.case_notes').execute();
    await db.schema.alterTable('moderation.cases').dropColumn('channel_id').dropColumn('follows').execute();
  },
};
