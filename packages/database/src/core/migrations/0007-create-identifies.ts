import { sql } from 'kysely';
import type { Migration } from '../../migrations/migration.ts';

/** When shards identified, so that the processes of a bot do not do it at once. */
export const createIdentifies: Migration = {
  async up(db) {
    await sql`create table core.identifies (key integer primary key, at timestamptz not null)`.execute(db);
  },
  async down(db) {
    await db.schema.dropTable('core.identifies').execute();
  },
};
