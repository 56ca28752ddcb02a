import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { DeclaredTable } from './declared-table.ts';
import { namesPerson, type PersonColumn, withoutPerson } from './person-column.ts';

/** What erasing does, or did, to the rows of a table. */
export interface ErasedRows {
  readonly deleted: number;
  readonly anonymised: number;
  /** How many rows stay, by the reason. */
  readonly kept: ReadonlyMap<string, number>;
}

const FETCHED_AT_ONCE = 1_000;

/** Counts what {@link eraseRows} would do. */
export async function countRows(
  db: Kysely<Database>,
  table: DeclaredTable,
  userId: string,
): Promise<ErasedRows> {
  const deleting = columnsOf(table, 'delete');
  const rest = not(anyNames(deleting, userId));
  return {
    deleted: await count(db, table, anyNames(deleting, userId)),
    anonymised: await count(db, table, sql`${anyNames(columnsOf(table, 'anonymise'), userId)} and ${rest}`),
    kept: await countKept(db, table, userId, rest),
  };
}

/** Erases a person from a table as it is declared. */
export async function eraseRows(
  db: Transaction<Database>,
  table: DeclaredTable,
  userId: string,
): Promise<ErasedRows> {
  const deleting = columnsOf(table, 'delete');
  const emptying = columnsOf(table, 'anonymise');
  const deleted =
    deleting.length > 0
      ? await run(db, sql`delete from ${idOf(table)} where ${anyNames(deleting, userId)}`)
      : 0;
  const anonymised =
    emptying.length > 0
      ? await run(
          db,
          sql`update ${idOf(table)} set ${sql.join(emptying.map((column) => emptied(column, userId)))}
              where ${anyNames(emptying, userId)}`,
        )
      : 0;
  return { deleted, anonymised, kept: await countKept(db, table, userId, sql`true`) };
}

/** The rows that name a person, with columns as PostgreSQL names them. Needs a transaction, for its cursor. */
export async function* personRows(
  db: Transaction<Database>,
  table: DeclaredTable,
  userId: string,
): AsyncGenerator<Readonly<Record<string, unknown>>> {
  if (table.persons.length === 0) return;
  const plain = db.withoutPlugins();
  const condition = anyNames(table.persons, userId);
  await sql`declare person_rows no scroll cursor for select * from ${idOf(table)} where ${condition}`.execute(
    plain,
  );
  for (;;) {
    const { rows } = await sql<
      Record<string, unknown>
    >`fetch ${sql.raw(String(FETCHED_AT_ONCE))} from person_rows`.execute(plain);
    yield* rows;
    if (rows.length < FETCHED_AT_ONCE) break;
  }
  await sql`close person_rows`.execute(plain);
}

function columnsOf({ persons }: DeclaredTable, rule: 'delete' | 'anonymise'): PersonColumn[] {
  return persons.filter((column) => column.rule === rule);
}

function emptied(column: PersonColumn, userId: string): RawBuilder<unknown> {
  const name = sql.ref(column.name);
  return sql`${name} = case when ${namesPerson(column, userId)} then ${withoutPerson(column, userId)} else ${name} end`;
}

function anyNames(columns: readonly PersonColumn[], userId: string): RawBuilder<boolean> {
  if (columns.length === 0) return sql`false`;
  // A missing value must not make the whole condition unknown, as it is also used negated.
  const conditions = columns.map((column) => sql`coalesce(${namesPerson(column, userId)}, false)`);
  return columns.length === 1 && columns[0]
    ? namesPerson(columns[0], userId)
    : sql`(${sql.join(conditions, sql` or `)})`;
}

const not = (condition: RawBuilder<boolean>): RawBuilder<boolean> => sql`(${condition}) is not true`;

async function countKept(
  db: Kysely<Database>,
  table: DeclaredTable,
  userId: string,
  also: RawBuilder<boolean>,
): Promise<Map<string, number>> {
  const kept = new Map<string, PersonColumn[]>();
  for (const column of table.persons)
    if (typeof column.rule === 'object')
      kept.set(column.rule.keep, [...(kept.get(column.rule.keep) ?? []), column]);
  const counts = new Map<string, number>();
  for (const [reason, columns] of kept) {
    const rows = await count(db, table, sql`${anyNames(columns, userId)} and ${also}`);
    if (rows > 0) counts.set(reason, rows);
  }
  return counts;
}

async function count(
  db: Kysely<Database>,
  table: DeclaredTable,
  condition: RawBuilder<boolean>,
): Promise<number> {
  const { rows } = await sql<{
    count: string;
  }>`select count(*) from ${idOf(table)} where ${condition}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

async function run(db: Kysely<Database>, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows = 0n } = await statement.execute(db);
  return Number(numAffectedRows);
}

const idOf = ({ schema, name }: DeclaredTable): RawBuilder<unknown> => sql.id(schema, name);
