import type { TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { PLUGINS } from './many-plugins.ts';

const GUILDS = 10_000;
/** Any snowflake; guilds are numbered from here. */
const FIRST_GUILD = 100_000_000_000_000_000n;

export const GUILD_IDS: readonly string[] = Array.from({ length: GUILDS }, (_, index) =>
  String(FIRST_GUILD + BigInt(index)),
);

/** Guilds in each of which every second plugin is on, and every second of which has settings of its own. */
export async function addGuilds({ handle: { db } }: TestDatabase, guilds = GUILDS): Promise<void> {
  await sql`
    insert into core.guilds (id) select ${FIRST_GUILD}::bigint + n from generate_series(0, ${guilds - 1}) n`.execute(
    db,
  );
  await sql`
    insert into core.guild_plugins (guild_id, plugin_id, enabled, changed_at)
    select ${FIRST_GUILD}::bigint + n, 'empty-' || p, true, now()
    from generate_series(0, ${guilds - 1}) n, generate_series(0, ${PLUGINS - 1}) p where (n + p) % 2 = 0`.execute(
    db,
  );
  await sql`
    insert into core.settings_revisions (guild_id, plugin_id, revision, value, schema_version)
    select ${FIRST_GUILD}::bigint + n, 'empty-0', 1, '{"greeting":"Moin","words":["a","b"]}', 1
    from generate_series(0, ${guilds - 1}, 2) n`.execute(db);
}
