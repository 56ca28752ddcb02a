import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createWarnPoints: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.warn_points')
      .addColumn('guild_id', 'bigint', (column) => column.notNull())
      .addColumn('case_number', 'integer', (column) => column.notNull())
      .addColumn('user_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('points', 'integer', (column) => column.notNull().check(sql`points > 0`))
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('warn_points_pkey', ['guild_id', 'case_number'])
      .addForeignKeyConstraint(
        'warn_points_case_fkey',
        ['guild_id', 'case_number'],
        'moderation.cases',
        ['guild_id', 'number'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute();
    await db.schema
      .createIndex('warn_points_by_user')
      .on('moderation.warn_points')
      .columns(['guild_id', 'user_id', 'expires_at'])
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.warn_points').execute();
  },
};
