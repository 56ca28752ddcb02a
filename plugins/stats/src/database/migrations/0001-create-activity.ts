import type { Migration } from '@twi/database';
import { sql } from 'kysely';

// No keys to core.users: a row for each author would cost more than counting them.
const TABLES = [
  sql`create table stats.activity_hours (
    guild_id bigint not null references core.guilds (id) on delete cascade,
    day date not null,
    hour timestamptz not null,
    channel_id bigint not null,
    user_id bigint not null,
    messages integer not null,
    attachments integer not null,
    reactions integer not null,
    voice_seconds integer not null,
    primary key (guild_id, day, hour, channel_id, user_id)
  ) partition by range (hour)`,
  // Serves erasure, and one member's hours.
  sql`create index activity_hours_user on stats.activity_hours (user_id, guild_id, day)`,

  sql`create table stats.activity_days (
    guild_id bigint not null references core.guilds (id) on delete cascade,
    day date not null,
    channel_id bigint not null,
    user_id bigint not null,
    messages integer not null,
    attachments integer not null,
    reactions integer not null,
    voice_seconds integer not null,
    primary key (guild_id, day, channel_id, user_id)
  )`,
  // Serves erasure, and one member's days.
  sql`create index activity_days_user on stats.activity_days (user_id, guild_id, day)`,

  sql`create table stats.emoji_days (
    guild_id bigint not null references core.guilds (id) on delete cascade,
    day date not null,
    emoji text not null check (length(emoji) between 1 and 64),
    user_id bigint not null,
    name text check (length(name) between 1 and 64),
    in_messages integer not null,
    in_reactions integer not null,
    primary key (guild_id, day, emoji, user_id)
  )`,
  sql`create index emoji_days_user on stats.emoji_days (user_id)`,
];

/** Who did how much, where and when. */
export const createActivity: Migration = {
  async up(db) {
    for (const statement of TABLES) await statement.execute(db);
  },
  async down(db) {
    for (const name of ['emoji_days', 'activity_days', 'activity_hours'])
      await db.schema.dropTable(`stats.${name}`).execute();
  },
};
