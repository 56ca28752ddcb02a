import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createReports: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.report_counters')
      .addColumn('guild_id', 'bigint', (column) =>
        column.primaryKey().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('last_number', 'integer', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('moderation.reports')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('open', 'claimed', 'resolved', 'dismissed')`),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('message_id', 'bigint', (column) => column.notNull())
      .addColumn('author_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('excerpt', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.check(sql`length(details) <= 1000`))
      .addColumn('is_anonymous', 'boolean', (column) => column.notNull())
      .addColumn('handled_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('claimed_at', 'timestamptz')
      .addColumn('case_number', 'integer')
      .addColumn('panel_channel_id', 'bigint')
      .addColumn('panel_message_id', 'bigint')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('closed_at', 'timestamptz')
      .addPrimaryKeyConstraint('reports_pkey', ['guild_id', 'number'])
      .execute();
    await db.schema
      .createIndex('reports_by_state')
      .on('moderation.reports')
      .columns(['guild_id', 'state', 'number'])
      .execute();

    await db.schema
      .createTable('moderation.report_reporters')
      .addColumn('guild_id', 'bigint', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('reporter_id', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('reporter_hash', 'text')
      .addColumn('sealed', 'text')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('report_reporters_pkey', ['guild_id', 'number'])
      .addCheckConstraint('report_reporters_one_name', sql`num_nonnulls(reporter_id, reporter_hash) = 1`)
      .addForeignKeyConstraint(
        'report_reporters_report_fkey',
        ['guild_id', 'number'],
        'moderation.reports',
        ['guild_id', 'number'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute();
    await db.schema
      .createIndex('report_reporters_by_reporter')
      .on('moderation.report_reporters')
      .columns(['guild_id', 'reporter_id', 'created_at'])
      .where(sql.ref('reporter_id'), 'is not', null)
      .execute();
    await db.schema
      .createIndex('report_reporters_by_hash')
      .on('moderation.report_reporters')
      .columns(['guild_id', 'reporter_hash', 'created_at'])
      .where(sql.ref('reporter_hash'), 'is not', null)
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.report_reporters').execute();
    await db.schema.dropTable('moderation.reports').execute();
    await db.schema.dropTable('moderation.report_counters').execute();
  },
};
