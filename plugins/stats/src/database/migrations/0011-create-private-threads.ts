import type { Migration } from '@twi/database';
import { sql } from 'kysely';

/** Which threads are private: of archived ones, Discord does not tell. */
export const createPrivateThreads: Migration = {
  async up(db) {
    await sql`create table stats.private_threads (
      channel_id bigint primary key,
      guild_id bigint not null references core.guilds (id) on delete cascade
    )`.execute(db);
  },
  async down(db) {
    await db.schema.dropTable('stats.private_threads').execute();
  },
};
