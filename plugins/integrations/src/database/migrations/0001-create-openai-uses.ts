import type { Migration } from '@twi/database';

export const createOpenAiUses: Migration = {
  async up(db) {
    await db.schema
      .createTable('integrations.openai_uses')
      .addColumn('guild_id', 'bigint', (column) =>
        column.primaryKey().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('uses', 'integer', (column) => column.notNull())
      .addColumn('resets_at', 'timestamptz', (column) => column.notNull())
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('integrations.openai_uses').execute();
  },
};
