import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createCustomCommands: Migration = {
  async up(db) {
    await db.schema
      .createTable('utility.custom_commands')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull().check(sql`length(name) between 1 and 32`))
      .addColumn('text', 'text', (column) => column.notNull().check(sql`length(text) between 1 and 2000`))
      .addColumn('is_embed', 'boolean', (column) => column.notNull())
      .addColumn('cooldown_ms', 'integer', (column) => column.notNull().check(sql`cooldown_ms >= 0`))
      .addColumn('channel_id', 'bigint')
      .addColumn('role_id', 'bigint')
      .addColumn('uses', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('changed_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('deleted_at', 'timestamptz')
      .addPrimaryKeyConstraint('custom_commands_pkey', ['guild_id', 'number'])
      .execute();
    await sql`
      create unique index custom_commands_by_name on utility.custom_commands (guild_id, name)
      where deleted_at is null`.execute(db);

    await db.schema
      .createTable('utility.custom_command_uses')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('channel_id', 'bigint', (column) => column.notNull())
      .addColumn('used_at', 'timestamptz', (column) => column.notNull())
      .addPrimaryKeyConstraint('custom_command_uses_pkey', ['guild_id', 'number', 'channel_id'])
      .addForeignKeyConstraint(
        'custom_command_uses_command',
        ['guild_id', 'number'],
        'utility.custom_commands',
        ['guild_id', 'number'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('utility.custom_command_uses').execute();
    await db.schema.dropTable('utility.custom_commands').execute();
  },
};
