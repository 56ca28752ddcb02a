import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createAutomodRules: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.automod_rules')
      .addColumn('guild_id', 'bigint', (column) =>
        column.notNull().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull().check(sql`length(name) between 1 and 50`))
      .addColumn('is_enabled', 'boolean', (column) => column.notNull())
      .addColumn('is_dry_run', 'boolean', (column) => column.notNull())
      .addColumn('definition', 'jsonb', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .addColumn('changed_by', 'bigint', (column) => column.references('core.users.id'))
      .addColumn('changed_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('deleted_at', 'timestamptz')
      .addPrimaryKeyConstraint('automod_rules_pkey', ['guild_id', 'number'])
      .execute();
    await sql`
      create unique index automod_rules_by_name on moderation.automod_rules (guild_id, lower(name))
      where deleted_at is null`.execute(db);
  },

  async down(db) {
    await db.schema.dropTable('moderation.automod_rules').execute();
  },
};
