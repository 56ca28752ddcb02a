import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createStickyRoles: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.sticky_roles')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('user_id', 'bigint', (column) => column.notNull().references('core.users.id'))
      .addColumn('role_ids', sql`bigint[]`, (column) => column.notNull())
      .addColumn('timeout_until', 'timestamptz')
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('sticky_roles_pkey', ['guild_id', 'user_id'])
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.sticky_roles').execute();
  },
};
