import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createLogPauses: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.log_pauses')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('paused_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('log_pauses_pkey', ['guild_id', 'channel_id'])
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.log_pauses').execute();
  },
};
