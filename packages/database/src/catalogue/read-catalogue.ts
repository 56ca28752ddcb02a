import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { AppliedMigration } from '../migrations/migrate-schema.ts';

/** What is in a database, as far as a start has to know. */
export interface Catalogue {
  /** As PostgreSQL numbers its versions: 170_002. */
  readonly serverVersion: number;
  /** All but PostgreSQL's own. */
  readonly schemas: readonly string[];
  /** The migrations that were applied, by schema, in their order. Schemas without any, or noted in an older way, are not in it. */
  readonly histories: ReadonlyMap<string, readonly AppliedMigration[]>;
}

interface CatalogueRow {
  readonly serverVersion: number;
  readonly schemas: readonly string[];
  readonly migrated: readonly string[];
}

/** Reads it in two statements, however many plugins there are. */
// oxlint-disable-next-line typescript/no-explicit-any -- it reads the tables of all schemas, which no type lists
export async function readCatalogue(db: Kysely<any>): Promise<Catalogue> {
  const plain = db.withoutPlugins();
  const { rows } = await sql<CatalogueRow>`
    select current_setting('server_version_num')::int as "serverVersion",
      array(select nspname::text from pg_namespace where nspname !~ '^pg_') as schemas,
      array(
        select nspname::text from pg_namespace
        join pg_class on relnamespace = pg_namespace.oid and relname = 'migrations' and relkind = 'r'
        where exists (select from pg_attribute where attrelid = pg_class.oid and attname = 'version' and not attisdropped)
      ) as migrated
  `.execute(plain);
  const { serverVersion = 0, schemas = [], migrated = [] } = rows[0] ?? {};
  return { serverVersion, schemas, histories: await readHistories(plain, migrated) };
}

// oxlint-disable-next-line typescript/no-explicit-any -- as above
async function readHistories(db: Kysely<any>, schemas: readonly string[]): Promise<Catalogue['histories']> {
  const [first, ...others] = schemas.map(historyOf);
  if (!first) return new Map();
  const all = others.reduce((before, each) => sql<HistoryRow>`${before} union all ${each}`, first);
  const { rows } =
    await sql<HistoryRow>`select * from (${all}) as history order by schema, name collate "C"`.execute(db);
  return Map.groupBy(rows, ({ schema }) => schema);
}

interface HistoryRow extends AppliedMigration {
  readonly schema: string;
}

function historyOf(schema: string): RawBuilder<HistoryRow> {
  const history = sql.table(`${schema}.migrations`);
  return sql<HistoryRow>`select ${sql.lit(schema)} as schema, name, version from ${history}`;
}
