import type { DatabaseHandle } from '@twi/database';
import { sql } from 'kysely';

export interface SeedOptions {
  readonly guildId: string;
  /** The person in whom the test is interested. */
  readonly me: string;
  readonly other: string;
}

/** Puts rows of every shape into the database: of one person, of another, of both, and of nobody. */
export async function seed(
  { db, ensureGuild, ensureUser }: Seeded,
  { guildId, me, other }: SeedOptions,
): Promise<void> {
  await ensureGuild(guildId);
  await ensureUser(me);
  await ensureUser(other);
  const statements = [
    sql`insert into shapes.a_memories (guild_id, user_id, words, deleted_at) values
      (${guildId}, ${me}, 'mine', null), (${guildId}, ${me}, 'mine, in the bin', now()), (null, ${other}, 'theirs', null)`,
    sql`insert into shapes.b_memory_tags select id, guild_id, user_id, 'tag' from shapes.a_memories where user_id in (${me}, ${other})`,
    sql`insert into shapes.quotes values (${guildId}, 1, ${me}, ${other}, 'said by me'),
      (${guildId}, 2, ${other}, ${me}, 'added by me'), (${guildId}, 3, ${me}, ${me}, 'both'),
      (${guildId}, 4, ${other}, null, 'neither')`,
    sql`insert into shapes.ledger values (${guildId}, ${me}, ${other}, 'psst'), (${guildId}, ${other}, ${other}, null)`,
    sql`insert into shapes.crowds values
      (${guildId}, array[${me}, ${other}]::bigint[], array[${other}]), (${guildId}, array[${other}]::bigint[], array[${me}, 'x'])`,
    sql`insert into shapes.documents values
      (${guildId}, ${me}, 'about nobody', '{}'), (null, null, ${`seen <@${me}>`}, '{}'),
      (null, ${`<@${other}>`}, ${`${me}0`}, ${JSON.stringify({ who: [me, other], [me]: { n: 1 } })}::jsonb),
      (null, null, 'a number', ${`{"id": ${me}}`}::jsonb)`,
    sql`insert into shapes.seats values (${guildId}, ${me}, 1), (${guildId}, ${other}, 2)`,
    sql`insert into shapes.visits values (${me}, '2026-01-05'), (${me}, '2026-02-05'), (${other}, '2026-02-06')`,
    sql`insert into core.guild_plugins (guild_id, plugin_id, enabled, changed_by) values (${guildId}, 'x', true, ${me})
      on conflict do nothing`,
    sql`insert into core.permission_overrides (guild_id, node, user_id, effect) values (${guildId}, 'x.y', ${me}, 'allow')`,
    sql`insert into core.command_usages (command, guild_id, user_id, used_at, duration_ms, outcome)
      values ('ping', ${guildId}, ${me}, now(), 1, 'success')`,
    sql`insert into core.settings_revisions (guild_id, plugin_id, revision, value, schema_version, changed_by)
      values (${guildId}, 'x', 1, ${JSON.stringify({ ignored: [me] })}::jsonb, 1, ${me})`,
    sql`insert into core.error_logs (fingerprint, error_type, message, stack, user_id)
      values ('f', 'TypeError', ${`No member ${me} of ${other}`}, ${`at run (${me})`}, ${me})`,
    sql`insert into core.audit_logs (guild_id, user_id, action, target, details)
      values (${guildId}, ${other}, 'x.ban', ${me}, '{}'), (${guildId}, ${me}, 'x.ban', ${other}, ${JSON.stringify({ a: me })}::jsonb)`,
    sql`insert into core.credentials (guild_id, service, ciphertext, key_id, rotated_by)
      values (${guildId}, 'openai', '\\x00', 'k', ${me})`,
    sql`insert into core.plugin_state (plugin_id, version, state, last_error) values (gen_random_uuid()::text, '1.0.0', 'failed', ${`no ${me}`})`,
  ];
  for (const statement of statements) await statement.execute(db);
  await sql`update core.users set username = 'somebody' where id in (${me}, ${other})`.execute(db);
}

type Seeded = Pick<DatabaseHandle, 'db' | 'ensureGuild' | 'ensureUser'>;

/** The handle's methods as functions. */
export function seeded(handle: DatabaseHandle): Seeded {
  return {
    db: handle.db,
    ensureGuild: (id) => handle.ensureGuild(id),
    ensureUser: (id) => handle.ensureUser(id),
  };
}
