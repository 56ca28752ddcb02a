import type { Migration } from '@twi/database';
import { sql } from 'kysely';

const TABLES = [
  sql`create table stats.absences (
    guild_id bigint not null references core.guilds (id) on delete cascade,
    gone_at timestamptz not null,
    back_at timestamptz not null,
    members_before integer not null,
    members_after integer not null,
    searched_at timestamptz,
    primary key (guild_id, gone_at)
  )`,

  sql`create table stats.member_events (
    id bigint primary key generated always as identity,
    guild_id bigint not null references core.guilds (id) on delete cascade,
    user_id bigint,
    kind text not null check (kind in ('join', 'leave')),
    at timestamptz not null,
    day date not null,
    joined_at timestamptz
  )`,
  sql`create index member_events_day on stats.member_events (guild_id, day)`,
  // One member joins, and leaves, once at a time: an event that comes twice is the same.
  sql`create unique index member_events_once on stats.member_events (user_id, guild_id, kind, joined_at)`,

  sql`create table stats.voice_sessions (
    guild_id bigint not null references core.guilds (id) on delete cascade,
    user_id bigint not null,
    channel_id bigint not null,
    started_at timestamptz not null,
    counted_to timestamptz not null,
    ended_at timestamptz,
    seconds integer not null,
    primary key (guild_id, user_id, started_at)
  )`,
  sql`create index voice_sessions_open on stats.voice_sessions (guild_id) where ended_at is null`,
  sql`create index voice_sessions_user on stats.voice_sessions (user_id)`,

  sql`create table stats.opt_outs (
    guild_id bigint not null references core.guilds (id) on delete cascade,
    user_id bigint not null references core.users (id),
    since timestamptz not null default now(),
    primary key (guild_id, user_id)
  )`,
  sql`create index opt_outs_user on stats.opt_outs (user_id)`,
];

/** Who is there: members, voice channels, and who wants not to be counted. */
export const createPresence: Migration = {
  async up(db) {
    for (const statement of TABLES) await statement.execute(db);
  },
  async down(db) {
    for (const name of ['opt_outs', 'voice_sessions', 'member_events', 'absences'])
      await db.schema.dropTable(`stats.${name}`).execute();
  },
};
