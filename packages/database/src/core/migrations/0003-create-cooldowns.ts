import { sql } from 'kysely';
import type { Migration } from '../../migrations/migration.ts';

const STATEMENTS = [
  // Without a foreign key to users, like the audit log: erasing a person's data must not lift what they wait for.
  sql`create table core.cooldowns (
    command text not null,
    guild_id bigint references core.guilds on delete cascade,
    channel_id bigint,
    user_id bigint,
    uses integer not null check (uses > 0),
    ends_at timestamptz not null,
    unique nulls not distinct (guild_id, command, user_id, channel_id)
  )`,
  // Serves deleteEnded.
  sql`create index cooldowns_ends_at on core.cooldowns (ends_at)`,

  // Serves list by user, and findLastReversible.
  sql`create index audit_logs_user on core.audit_logs (guild_id, user_id, id desc)`,
  // Serves list by action.
  sql`create index audit_logs_action on core.audit_logs (guild_id, action, id desc)`,
  // Serves findLastReversed.
  sql`create index audit_logs_reversed on core.audit_logs (guild_id, reversed_by, reversed_at desc, id desc)
    where reversed_at is not null`,
];

const INDEXES = ['audit_logs_reversed', 'audit_logs_action', 'audit_logs_user'];

/** Cooldowns of commands, and the ways in which people look through the audit log. */
export const createCooldowns: Migration = {
  async up(db) {
    for (const statement of STATEMENTS) await statement.execute(db);
  },
  async down(db) {
    for (const index of INDEXES) await db.schema.withSchema('core').dropIndex(index).execute();
    await db.schema.dropTable('core.cooldowns').execute();
  },
};
