import { sql } from 'kysely';
import type { Migration } from '../../migrations/migration.ts';

/** What tells a start that a plugin declares what it declared, about the tables that it had. */
export const keepPrintsOfDataRights: Migration = {
  async up(db) {
    await sql`alter table core.data_rights add column print text`.execute(db);
  },
  async down(db) {
    await sql`alter table core.data_rights drop column print`.execute(db);
  },
};
