import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database.ts';
import { dropMonthlyPartitions } from '../partitions/monthly-partitions.ts';
import type { DeclaredTable } from './declared-table.ts';

/** Rows in one statement: short enough that nobody waits for it. */
const AT_ONCE = 5_000;

interface SweepOptions {
  /** Rows from before this moment go. */
  readonly before: Date;
  /** Guilds that chose another time. */
  readonly exceptions?: ReadonlyMap<string, Date>;
}

/**
 * Removes rows whose time is over. Of a table that is partitioned by month, whole months go, unless guilds chose times
 * of their own.
 *
 * @returns how many rows went; those of dropped months are not counted.
 */
export async function sweepRows(
  db: Kysely<Database>,
  table: DeclaredTable,
  { before, exceptions = new Map() }: SweepOptions,
): Promise<number> {
  const { schema, name, guild, retention, shape } = table;
  if (!retention) return 0;
  if (shape.isPartitioned && exceptions.size === 0) {
    await dropMonthlyPartitions(db, { table: `${schema}.${name}`, before });
    return 0;
  }
  const column = sql.ref(retention.column);
  let removed = 0;
  for (const [guildId, moment] of exceptions)
    removed += await deleteAll(
      db,
      table,
      sql`${sql.ref(guild ?? '')} = ${guildId} and ${column} < ${moment}`,
    );
  const others =
    exceptions.size > 0
      ? sql`and ${sql.ref(guild ?? '')} <> all(${[...exceptions.keys()]}::bigint[])`
      : sql``;
  return removed + (await deleteAll(db, table, sql`${column} < ${before} ${others}`));
}

async function deleteAll(
  db: Kysely<Database>,
  { schema, name, shape }: DeclaredTable,
  condition: RawBuilder<unknown>,
): Promise<number> {
  const table = sql.id(schema, name);
  // Partitions have rows of the same `ctid`; without them, PostgreSQL goes straight to the rows.
  const statement = shape.isPartitioned
    ? sql`delete from ${table} where (tableoid, ctid) in
        (select tableoid, ctid from ${table} where ${condition} limit ${AT_ONCE})`
    : sql`delete from ${table} where ctid = any(array(select ctid from ${table} where ${condition} limit ${AT_ONCE}))`;
  let total = 0;
  let removed: number;
  do {
    const { numAffectedRows = 0n } = await statement.execute(db);
    removed = Number(numAffectedRows);
    total += removed;
  } while (removed === AT_ONCE);
  return total;
}

/** What guilds chose in a plugin's setting, as they stored it last. */
export async function storedRetentions(
  db: Kysely<Database>,
  pluginId: string,
  setting: string,
): Promise<{ guildId: string; value: unknown }[]> {
  const { rows } = await sql<{ guildId: string; value: unknown }>`
    select guild_id as "guildId", value -> ${setting} as value from (
      select distinct on (guild_id) guild_id, value from core.settings_revisions
      where plugin_id = ${pluginId} order by guild_id, revision desc
    ) as latest where value ? ${setting}
  `.execute(db.withoutPlugins());
  return rows;
}
