import type { Migration } from '@twi/database';
import { sql } from 'kysely';

const TABLES = [
  sql`create table stats.sessions (
    id uuid primary key,
    flushes bigint not null,
    beat_at timestamptz not null
  )`,

  sql`create table stats.counted_guilds (
    guild_id bigint primary key references core.guilds (id) on delete cascade,
    session_id uuid not null,
    start_id bigint not null,
    beat_at timestamptz not null,
    members integer not null,
    stopped_at timestamptz
  )`,

  sql`create table stats.channels (
    channel_id bigint primary key,
    guild_id bigint not null references core.guilds (id) on delete cascade,
    parent_id bigint,
    live_from bigint not null,
    counted_to bigint not null,
    counted_after bigint[] not null default '{}',
    past int8multirange not null default '{}',
    check (counted_to >= live_from)
  )`,
  // Serves the threads of a channel.
  sql`create index channels_guild on stats.channels (guild_id, parent_id)`,

  sql`create table stats.backfills (
    id bigint primary key generated always as identity,
    guild_id bigint not null references core.guilds (id) on delete cascade,
    channel_id bigint not null,
    days integer not null,
    from_id bigint not null,
    until_id bigint not null,
    asked_by bigint references core.users (id),
    asked_at timestamptz not null default now(),
    state text not null default 'finding' check (state in ('finding', 'counting', 'done', 'stopped')),
    total_ms bigint not null default 0,
    scanned integer not null default 0,
    counted integer not null default 0,
    finished_at timestamptz
  )`,
  sql`create unique index backfills_running on stats.backfills (channel_id) where finished_at is null`,
  sql`create index backfills_guild on stats.backfills (guild_id, id desc)`,

  sql`create table stats.gaps (
    id bigint primary key generated always as identity,
    guild_id bigint not null references core.guilds (id) on delete cascade,
    channel_id bigint not null,
    from_id bigint not null,
    after_id bigint not null,
    until_id bigint not null,
    except_ids bigint[] not null default '{}',
    backfill_id bigint references stats.backfills (id) on delete cascade,
    found_at timestamptz not null default now(),
    due_at timestamptz not null default now(),
    failures integer not null default 0,
    check (until_id > after_id)
  )`,
  sql`create index gaps_guild on stats.gaps (guild_id, due_at)`,
  sql`create index gaps_backfill on stats.gaps (backfill_id) where backfill_id is not null`,
];

/** How far each channel is counted, by which process, and what is still to be counted. */
export const createPositions: Migration = {
  async up(db) {
    for (const statement of TABLES) await statement.execute(db);
  },
  async down(db) {
    for (const name of ['gaps', 'backfills', 'channels', 'counted_guilds', 'sessions'])
      await db.schema.dropTable(`stats.${name}`).execute();
  },
};
