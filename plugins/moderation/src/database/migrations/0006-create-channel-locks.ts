import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createChannelLocks: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.channel_locks')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('moderator_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('reason', 'text', (column) => column.check(sql`length(reason) <= 1000`))
      .addColumn('overwrites', 'jsonb', (column) => column.notNull())
      .addColumn('locked_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('unlocked_by', 'bigint', (column) => column.references('core.users.id'))
      .addPrimaryKeyConstraint('channel_locks_pkey', ['guild_id', 'channel_id'])
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.channel_locks').execute();
  },
};
