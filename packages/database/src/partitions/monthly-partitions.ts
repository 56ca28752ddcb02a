import { sql, type Kysely } from 'kysely';
import { lockUntilCommit } from '../lock-until-commit.ts';

/** A table partitioned by month, such as `stats.message_counts`. */
export interface MonthlyTable {
  /** Qualified name. */
  readonly table: `${string}.${string}`;
}

/**
 * Makes the partitions of a table `partition by range (<timestamptz>)`, one for each month (UTC) from a moment on. Run it
 * at start and once a day with some months in reserve: a row without a partition cannot be stored.
 *
 * @returns the partitions that were missing
 */
export async function createMonthlyPartitions<Tables>(
  db: Kysely<Tables>,
  { table, from, months }: MonthlyTable & { readonly from: Date; readonly months: number },
): Promise<string[]> {
  const existing = new Set(await listPartitions(db, table));
  const starts = Array.from({ length: months }, (_, index) => monthStart(from, index));
  const missing = starts.filter((start) => !existing.has(partitionName(table, start)));
  if (missing.length > 0) await createPartitions(db, table, missing);
  return missing.map((start) => partitionName(table, start));
}

/** Two processes may find them missing at once; `if not exists` alone does not keep them from colliding. */
async function createPartitions<Tables>(
  db: Kysely<Tables>,
  table: MonthlyTable['table'],
  starts: readonly Date[],
): Promise<void> {
  const create = async (transaction: Kysely<Tables>): Promise<void> => {
    await lockUntilCommit(transaction, `partitions of ${table}`);
    for (const start of starts) {
      const name = sql.table(partitionName(table, start));
      const bounds = sql`from (${sql.lit(start.toISOString())}) to (${sql.lit(monthStart(start, 1).toISOString())})`;
      await sql`create table if not exists ${name} partition of ${sql.table(table)} for values ${bounds}`.execute(
        transaction,
      );
    }
  };
  await (db.isTransaction ? create(db) : db.transaction().execute(create));
}

/**
 * Drops the partitions whose month ended before a moment, with their rows.
 *
 * @returns the partitions that were dropped
 */
export async function dropMonthlyPartitions<Tables>(
  db: Kysely<Tables>,
  { table, before }: MonthlyTable & { readonly before: Date },
): Promise<string[]> {
  const firstKept = partitionName(table, monthStart(before, 0));
  // The names sort like their months.
  const outdated = (await listPartitions(db, table)).filter((name) => name < firstKept);
  for (const name of outdated) await sql`drop table if exists ${sql.table(name)}`.execute(db);
  return outdated;
}

async function listPartitions<Tables>(db: Kysely<Tables>, table: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relnamespace::regnamespace || '.' || relname as name
    from pg_inherits join pg_class on pg_class.oid = inhrelid
    where inhparent = to_regclass(${table})
    order by relname
  `.execute(db);
  return rows.map(({ name }) => name);
}

function monthStart(moment: Date, offset: number): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + offset));
}

function partitionName(table: string, month: Date): string {
  return `${table}_${month.toISOString().slice(0, 7).replace('-', '_')}`;
}
