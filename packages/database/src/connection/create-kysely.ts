import { CamelCasePlugin, Kysely, PostgresDialect, type Dialect, type PostgresPool } from 'kysely';

/** Makes the query builder over a pool; the one place that knows how columns are spelled on either side. */
export function createKysely<Tables>(
  pool: PostgresPool,
  dialect: Dialect = new PostgresDialect({ pool }),
): Kysely<Tables> {
  return new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })] });
}
