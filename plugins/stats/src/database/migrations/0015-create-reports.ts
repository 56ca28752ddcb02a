import type { Migration } from '@twi/database';
import { sql } from 'kysely';

const TABLES = [
  sql`create table stats.reports (
    guild_id bigint not null references core.guilds (id) on delete cascade,
    kind text not null check (kind in ('daily', 'weekly')),
    day date not null,
    attempt_day date,
    attempted_at timestamptz,
    attempt_channel_id bigint,
    broken_channel_id bigint,
    primary key (guild_id, kind)
  )`,

  sql`create table stats.backfill_messages (
    backfill_id bigint primary key references stats.backfills (id) on delete cascade,
    guild_id bigint not null references core.guilds (id) on delete cascade,
    channel_id bigint not null,
    message_id bigint not null,
    edited_at timestamptz not null default now()
  )`,
];

/** Which reports were posted, and where the progress of back-fills is shown. */
export const createReports: Migration = {
  async up(db) {
    for (const statement of TABLES) await statement.execute(db);
  },
  async down(db) {
    for (const name of ['backfill_messages', 'reports']) await db.schema.dropTable(`stats.${name}`).execute();
  },
};
