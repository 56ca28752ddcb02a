import type { Migration } from '@twi/database';
import { sql } from 'kysely';

/** Gaps in channels that the bot may not read at present wait, and are found again by their channel. */
export const parkGaps: Migration = {
  async up(db) {
    await sql`alter table stats.gaps add column unreadable_since timestamptz`.execute(db);
    await sql`create index gaps_unreadable on stats.gaps (channel_id) where unreadable_since is not null`.execute(
      db,
    );
  },
  async down(db) {
    await sql`alter table stats.gaps drop column unreadable_since`.execute(db);
  },
};
