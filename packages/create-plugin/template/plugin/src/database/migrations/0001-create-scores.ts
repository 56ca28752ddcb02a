import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createScores: Migration = {
  async up(db) {
    await db.schema
      .createTable('my_plugin.scores')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('user_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('points', 'integer', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('scores_pkey', ['guild_id', 'user_id'])
      .execute();
    await db.schema
      .createIndex('scores_by_points')
      .on('my_plugin.scores')
      .columns(['guild_id', 'points', 'user_id'])
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('my_plugin.scores').execute();
  },
};
