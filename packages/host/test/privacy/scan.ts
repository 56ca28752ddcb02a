import type { Database } from '@twi/database';
import { type Kysely, sql } from 'kysely';

interface Column {
  readonly schema: string;
  readonly table: string;
  readonly column: string;
}

const TEXTUAL = ['bigint', 'numeric', 'text', 'character varying', 'json', 'jsonb', 'ARRAY'];

/**
 * Looks for an id in every column of the whole database that could hold it, whatever anybody declares.
 *
 * @returns how many rows hold it, by `schema.table.column`.
 */
export async function scan(db: Kysely<Database>, id: string): Promise<Record<string, number>> {
  const { rows: columns } = await sql<Column>`
    select table_schema as schema, table_name as table, column_name as column
    from information_schema.columns c join pg_class k on k.oid = format('%I.%I', table_schema, table_name)::regclass
    where table_schema not in ('pg_catalog', 'information_schema') and data_type = any(${TEXTUAL})
      and k.relkind in ('r', 'p') and not k.relispartition
  `.execute(db.withoutPlugins());
  const found: Record<string, number> = {};
  for (const { schema, table, column } of columns) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.id(schema, table)}
      where ${sql.id(column)}::text ~ ${sql.lit(`(?<!\\d)${id}(?!\\d)`)}
    `.execute(db.withoutPlugins());
    const count = rows[0]?.count ?? 0;
    if (count > 0) found[`${schema}.${table}.${column}`] = count;
  }
  return found;
}

/** How many rows of each table hold an id somewhere. */
export async function scanRows(db: Kysely<Database>, id: string): Promise<Record<string, number>> {
  const { rows: tables } = await sql<Pick<Column, 'schema' | 'table'>>`
    select n.nspname as schema, c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  `.execute(db.withoutPlugins());
  const found: Record<string, number> = {};
  for (const { schema, table } of tables) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.id(schema, table)} as r where r::text ~ ${sql.lit(`(?<!\\d)${id}(?!\\d)`)}
    `.execute(db.withoutPlugins());
    const count = rows[0]?.count ?? 0;
    if (count > 0) found[`${schema}.${table}`] = count;
  }
  return found;
}
