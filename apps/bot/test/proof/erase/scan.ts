import type { DatabaseHandle } from '@twi/database';
import { sql } from 'kysely';

interface ColumnName {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

const whole = (id: string) => sql.lit(`(?<!\\d)${id}(?!\\d)`);

/**
 * Looks for an id in every column of every table of every schema, as text, whatever anybody declares. What the database
 * itself makes of other columns says no more than they do.
 *
 * @returns how many rows hold it, by `schema.table.column`
 */
export async function scanColumns(
  { db }: Pick<DatabaseHandle, 'db'>,
  id: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<ColumnName>`
    select n.nspname as schema, c.relname as table, a.attname as column
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
      and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1, 2, 3`.execute(db.withoutPlugins());
  const found = new Map<string, number>();
  for (const { schema, table, column } of rows) {
    const result = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.id(schema, table)} where ${sql.id(column)}::text ~ ${whole(id)}`.execute(
      db.withoutPlugins(),
    );
    const count = result.rows[0]?.count ?? 0;
    if (count > 0) found.set(`${schema}.${table}.${column}`, count);
  }
  return found;
}

/** How many rows of each table hold an id anywhere, by `schema.table`. */
export async function scanRows(
  { db }: Pick<DatabaseHandle, 'db'>,
  id: string,
): Promise<ReadonlyMap<string, number>> {
  const columns = await scanColumns({ db }, id);
  const tables = new Set([...columns.keys()].map((place) => place.split('.').slice(0, 2).join('.')));
  const found = new Map<string, number>();
  for (const place of tables) {
    const [schema = '', table = ''] = place.split('.');
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.id(schema, table)} as r where r::text ~ ${whole(id)}`.execute(
      db.withoutPlugins(),
    );
    found.set(place, rows[0]?.count ?? 0);
  }
  return found;
}
