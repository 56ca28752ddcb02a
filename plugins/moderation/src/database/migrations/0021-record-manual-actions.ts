import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const recordManualActions: Migration = {
  async up(db) {
    await db.schema.alterTable('moderation.cases').addColumn('audit_entry_id', 'bigint').execute();
    await db.schema
      .createIndex('cases_audit_entry')
      .unique()
      .on('moderation.cases')
      .columns(['guild_id', 'audit_entry_id'])
      .where(sql.ref('audit_entry_id'), 'is not', null)
      .execute();
    await db.schema
      .createTable('moderation.audit_positions')
      .addColumn('guild_id', 'bigint', (column) =>
        column.primaryKey().references('core.guilds.id').onDelete('cascade'),
      )
      .addColumn('entry_id', 'bigint', (column) => column.notNull())
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.audit_positions').execute();
    await db.schema.alterTable('moderation.cases').dropColumn('audit_entry_id').execute();
  },
};
