import { sql } from 'kysely';
import type { Migration } from '../../migrations/migration.ts';

const TABLES = [
  // What plugins declare about the data of people and guilds, also those that are gone.
  sql`create table core.data_rights (
    plugin_id text primary key,
    title text not null,
    tables jsonb not null,
    jobs jsonb not null,
    declared_at timestamptz not null default now()
  )`,

  // Which notices were sent when: one row each, whichever process sent it.
  sql`create table core.error_notices (
    topic text primary key,
    noticed_at timestamptz not null
  )`,
];

/** Declarations of data rights that outlive their plugins, and notices that are sent once. */
export const createPrivacyTables: Migration = {
  async up(db) {
    for (const table of TABLES) await table.execute(db);
  },
  async down(db) {
    await db.schema.dropTable('core.error_notices').execute();
    await db.schema.dropTable('core.data_rights').execute();
  },
};
