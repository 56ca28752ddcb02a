import type { Migration } from '@twi/database';

export const createPendingExpiries: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.pending_expiries')
      .addColumn('guild_id', 'bigint', (column) => column.notNull())
      .addColumn('user_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('case_number', 'integer', (column) => column.notNull())
      .addColumn('due_at', 'timestamptz', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('pending_expiries_pkey', ['guild_id', 'user_id'])
      .addForeignKeyConstraint(
        'pending_expiries_case_fkey',
        ['guild_id', 'case_number'],
        'moderation.cases',
        ['guild_id', 'number'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute();
    await db.schema
      .createIndex('pending_expiries_due')
      .on('moderation.pending_expiries')
      .column('due_at')
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.pending_expiries').execute();
  },
};
