import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createReminders: Migration = {
  async up(db) {
    await db.schema
      .createTable('utility.reminders')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('user_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('text', 'text', (column) => column.notNull().check(sql`length(text) between 1 and 1000`))
      .addColumn('due_at', 'timestamptz', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('attempted_at', 'timestamptz')
      .addColumn('delivered_at', 'timestamptz')
      .addColumn('deleted_at', 'timestamptz')
      .execute();

    await db.schema
      .createIndex('reminders_of_user')
      .on('utility.reminders')
      .columns(['user_id', 'guild_id', 'due_at', 'id'])
      .execute();
    await db.schema
      .createIndex('reminders_waiting')
      .on('utility.reminders')
      .column('due_at')
      .where(sql.ref('delivered_at'), 'is', null)
      .where(sql.ref('deleted_at'), 'is', null)
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('utility.reminders').execute();
  },
};
