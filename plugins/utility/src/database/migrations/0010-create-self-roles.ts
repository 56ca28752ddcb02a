import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createSelfRoles: Migration = {
  async up(db) {
    await db.schema
      .createTable('utility.self_roles')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('role_id', 'bigint', (column) => column.notNull())
      .addColumn('category', 'text', (column) =>
        column.notNull().check(sql`length(category) between 1 and 50`),
      )
      .addColumn('description', 'text', (column) => column.check(sql`length(description) between 1 and 100`))
      .addColumn('emoji', 'text')
      .addColumn('exclusive_group', 'text', (column) =>
        column.check(sql`length(exclusive_group) between 1 and 50`),
      )
      .addColumn('required_role_ids', sql`bigint[]`, (column) => column.notNull())
      .addColumn('weight', 'integer', (column) => column.notNull().check(sql`weight between -1000 and 1000`))
      .addColumn('changed_by', 'bigint', (column) => column.references('core.users.id'))
      .addPrimaryKeyConstraint('self_roles_pkey', ['guild_id', 'role_id'])
      .execute();

    await db.schema
      .createTable('utility.role_panels')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('message_id', 'bigint', (column) => column.notNull())
      .addColumn('category', 'text')
      .addColumn('posted_by', 'bigint', (column) => column.references('core.users.id'))
      .addPrimaryKeyConstraint('role_panels_pkey', ['guild_id', 'message_id'])
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('utility.role_panels').execute();
    await db.schema.dropTable('utility.self_roles').execute();
  },
};
