import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createCases: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.case_counters')
      .addColumn('guild_id', 'bigint', (column) =>
        column.primaryKey().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('last_number', 'integer', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('moderation.cases')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) =>
        column.notNull().check(sql`state in ('pending', 'done', 'failed')`),
      )
      .addColumn('target_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('moderator_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('reason', 'text', (column) => column.check(sql`length(reason) <= 1000`))
      .addColumn('dm_state', 'text', (column) =>
        column.check(sql`dm_state in ('sent', 'closed', 'failed', 'off')`),
      )
      .addColumn('failure', 'text')
      .addColumn('lift_failure', 'text')
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('expires_at', 'timestamptz')
      .addColumn('deleted_at', 'timestamptz')
      .addPrimaryKeyConstraint('cases_pkey', ['guild_id', 'number'])
      .execute();

    await db.schema
      .createIndex('cases_by_target')
      .on('moderation.cases')
      .columns(['guild_id', 'target_id', 'number'])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
    await db.schema
      .createIndex('cases_by_moderator')
      .on('moderation.cases')
      .columns(['guild_id', 'moderator_id', 'number'])
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
    await db.schema
      .createIndex('cases_pending')
      .on('moderation.cases')
      .column('created_at')
      .where(sql.ref('state'), '=', sql.lit('pending'))
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.cases').execute();
    await db.schema.dropTable('moderation.case_counters').execute();
  },
};
