import type { DefaultedTimestampColumn, Migration, SnowflakeColumn } from '@twi/database';
import type { Generated } from 'kysely';
import { sql } from 'kysely';

interface NotesTable {
  id: Generated<string>;
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  writtenAt: DefaultedTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'bench.notes': NotesTable;
  }
}

/** The table of the bots without a host, in the schema of a plugin. */
export const createNotes: Migration = {
  async up(db) {
    await db.schema
      .createTable('bench.notes')
      .addColumn('id', 'bigint', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('guild_id', 'bigint', (column) => column.notNull())
      .addColumn('user_id', 'bigint', (column) => column.notNull())
      .addColumn('written_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute();
  },
  async down(db) {
    await db.schema.dropTable('bench.notes').execute();
  },
};
