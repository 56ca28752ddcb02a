import { sql } from 'kysely';
import type { Migration } from '../../migrations/migration.ts';

// No foreign keys here: what happened is recorded even when the row of its guild or user is missing.
const TABLES = [
  sql`create table core.commands (
    name text primary key,
    plugin_id text not null,
    description text not null,
    usage_count bigint not null default 0
  )`,

  sql`create table core.command_usages (
    command text not null,
    guild_id bigint,
    user_id bigint,
    used_at timestamptz not null,
    duration_ms integer not null,
    outcome text not null check (outcome in ('success', 'refused', 'failed'))
  ) partition by range (used_at)`,
  // Serves countByCommand of one guild.
  sql`create index command_usages_guild on core.command_usages (guild_id, used_at)`,
  // Serves erasure and export of one person.
  sql`create index command_usages_user on core.command_usages (user_id) where user_id is not null`,

  sql`create table core.error_logs (
    id bigint generated always as identity primary key,
    fingerprint text not null,
    error_type text not null,
    message text not null,
    stack text,
    command text,
    plugin_id text,
    guild_id bigint,
    user_id bigint,
    occurred_at timestamptz not null default now(),
    resolved_at timestamptz
  )`,
  // Serves listGroups, listOccurrences and markResolved.
  sql`create index error_logs_fingerprint on core.error_logs (fingerprint, id desc)`,
  // Serves deleteBefore.
  sql`create index error_logs_occurred_at on core.error_logs (occurred_at)`,
];

/** What the host records about its own work. */
export const createTelemetryTables: Migration = {
  async up(db) {
    for (const table of TABLES) await table.execute(db);
  },
  async down(db) {
    for (const name of ['error_logs', 'command_usages', 'commands']) {
      await db.schema.dropTable(`core.${name}`).execute();
    }
  },
};
