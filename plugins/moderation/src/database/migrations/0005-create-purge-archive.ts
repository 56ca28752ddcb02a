import type { Migration } from '@twi/database';
import { sql } from 'kysely';

export const createPurgeArchive: Migration = {
  async up(db) {
    await db.schema
      .createTable('moderation.purged_messages')
      .addColumn('run_id', 'bigint', (column) =>
        column.notNull().references('moderation.bulk_runs.id').onDelete('cascade'),
      )
      .addColumn('message_id', 'bigint', (column) => column.notNull())
      .addColumn('guild_id', 'bigint', (column) => column.notNull())
      .addColumn('author_id', 'bigint', (column) => column.notNull())
      .addColumn('author_name', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('attachments', 'jsonb', (column) => column.notNull())
      .addColumn('archived_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('purged_messages_pkey', ['run_id', 'message_id'])
      .execute();
    await db.schema
      .createIndex('purged_messages_by_age')
      .on('moderation.purged_messages')
      .column('archived_at')
      .execute();

    await db.schema
      .createTable('moderation.purged_files')
      .addColumn('run_id', 'bigint', (column) => column.notNull())
      .addColumn('message_id', 'bigint', (column) => column.notNull())
      .addColumn('attachment_id', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .addPrimaryKeyConstraint('purged_files_pkey', ['run_id', 'message_id', 'attachment_id'])
      .addForeignKeyConstraint(
        'purged_files_message_fkey',
        ['run_id', 'message_id'],
        'moderation.purged_messages',
        ['run_id', 'message_id'],
        (constraint) => constraint.onDelete('cascade'),
      )
      .execute();
  },

  async down(db) {
    await db.schema.dropTable('moderation.purged_files').execute();
    await db.schema.dropTable('moderation.purged_messages').execute();
  },
};
