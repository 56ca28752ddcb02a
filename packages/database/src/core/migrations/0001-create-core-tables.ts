import { sql } from 'kysely';
import type { Migration } from '../../migrations/migration.ts';

const TABLES = [
  sql`create table core.guilds (
    id bigint primary key,
    name text not null default '',
    prefix text,
    locale text,
    time_zone text,
    joined_at timestamptz not null default now(),
    left_at timestamptz,
    settings jsonb not null default '{}'
  )`,
  // Serves listLeftBefore: guilds whose data is due for deletion.
  sql`create index guilds_left_at on core.guilds (left_at, id) where left_at is not null`,

  sql`create table core.users (
    id bigint primary key,
    username text,
    first_seen_at timestamptz not null default now()
  )`,

  sql`create table core.guild_plugins (
    guild_id bigint not null references core.guilds on delete cascade,
    plugin_id text not null,
    enabled boolean not null,
    changed_by bigint,
    changed_at timestamptz not null default now(),
    primary key (guild_id, plugin_id)
  )`,

  sql`create table core.settings_revisions (
    guild_id bigint not null references core.guilds on delete cascade,
    plugin_id text not null,
    revision integer not null check (revision > 0),
    value jsonb not null,
    schema_version integer not null,
    changed_by bigint,
    changed_at timestamptz not null default now(),
    primary key (guild_id, plugin_id, revision)
  )`,

  sql`create table core.permission_overrides (
    id bigint generated always as identity primary key,
    guild_id bigint not null references core.guilds on delete cascade,
    node text not null,
    role_id bigint,
    user_id bigint references core.users on delete cascade,
    effect text not null check (effect in ('allow', 'deny')),
    changed_at timestamptz not null default now(),
    check (num_nonnulls(role_id, user_id) = 1),
    unique nulls not distinct (guild_id, node, role_id, user_id)
  )`,
  // Serves the cascade from users.
  sql`create index permission_overrides_user on core.permission_overrides (user_id) where user_id is not null`,

  sql`create table core.command_sync (
    guild_id bigint primary key,
    hash text not null,
    synced_at timestamptz not null default now()
  )`,

  sql`create table core.audit_logs (
    id bigint generated always as identity primary key,
    guild_id bigint not null references core.guilds on delete cascade,
    user_id bigint,
    action text not null,
    target text,
    details jsonb not null default '{}',
    reversal jsonb,
    reversed_by bigint,
    reversed_at timestamptz,
    created_at timestamptz not null default now()
  )`,
  // Serves list: a guild's log, newest first.
  sql`create index audit_logs_guild on core.audit_logs (guild_id, id desc)`,

  sql`create table core.credentials (
    id bigint generated always as identity primary key,
    guild_id bigint references core.guilds on delete cascade,
    service text not null,
    ciphertext bytea not null,
    key_id text not null,
    rotated_at timestamptz not null default now(),
    rotated_by bigint,
    unique nulls not distinct (guild_id, service)
  )`,

  sql`create table core.plugin_state (
    plugin_id text primary key,
    version text not null,
    state text not null check (state in ('loaded', 'failed', 'quarantined', 'unloaded')),
    failures integer not null default 0,
    quarantined_until timestamptz,
    last_error text,
    changed_at timestamptz not null default now()
  )`,
];

const NAMES = [
  'plugin_state',
  'credentials',
  'audit_logs',
  'command_sync',
  'permission_overrides',
  'settings_revisions',
  'guild_plugins',
  'users',
  'guilds',
];

/** Guilds, users, and what the host remembers about them. */
export const createCoreTables: Migration = {
  async up(db) {
    for (const table of TABLES) await table.execute(db);
  },
  async down(db) {
    for (const name of NAMES) await db.schema.dropTable(`core.${name}`).execute();
  },
};
