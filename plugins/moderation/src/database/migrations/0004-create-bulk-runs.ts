import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createBulkRuns: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.bulk_runs')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('mass-ban', 'purge')`))
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('asked', 'running', 'done', 'cancelled')`),
      )
      .addColumn('moderator_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('target_id', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('channel_id', 'bigint')
      .addColumn('reason', 'text', (column) => column.check(sql`length(reason) <= 1000`))
      .addColumn('case_number', 'integer')
      .addColumn('reply_token', 'text')
      .addColumn('leased_until', 'timestamptz')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
    await db.schema
      .createIndex('bulk_runs_unfinished')
      .on('moderation.bulk_runs')
      .columns(['state', 'created_at'])
      .where(sql.ref('state'), 'in', sql`('asked', 'running')`)
      .execute();
    await db.schema
      .createIndex('bulk_runs_by_case')
      .on('moderation.bulk_runs')
      .columns(['guild_id', 'case_number'])
      .where(sql.ref('case_number'), 'is not', null)
      .execute();

    await db.schema
      .createTable('moderation.bulk_items')
      .addColumn('run_id', 'bigint', (column) =>
        column.notNull().references('moderation.bulk_runs.id').onDelete('cascade'),
      )
      .addColumn('item_id', 'bigint', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column
          .notNull()
          .defaultTo('waiting')
          .check(sql`state in ('waiting', 'done', 'failed')`),
      )
      .addColumn('tried_at', 'timestamptz')
      .addColumn('case_number', 'integer')
      .addColumn('failure', 'text')
      .addPrimaryKeyConstraint('bulk_items_pkey', ['run_id', 'item_id'])
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.bulk_items').execute();
    await db.schema.dropTable('moderation.bulk_runs').execute();
  },
};
