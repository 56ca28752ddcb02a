import type { DatabaseHandle } from '@twi/database';
import { sql } from 'kysely';
import { type Column, pluginTables, type Table } from './plugin-tables.ts';

const GUILD_ID = '100000000000000001';
const USER_ID = '200000000000000001';

/** A foreign key to another table of the plugin's: `(guild_id, case_number)` → `moderation.cases(guild_id, number)`. */
interface ForeignKey {
  readonly columns: readonly string[];
  readonly table: string;
  readonly targets: readonly string[];
}

interface Rules {
  readonly keys: readonly ForeignKey[];
  /** A value that the table's checks take, by column. */
  readonly accepted: ReadonlyMap<string, string>;
}

/**
 * Puts a generated row into each empty table of a plugin, those first that others refer to.
 *
 * @returns what could not be filled, and why
 */
export async function seedTables(handle: DatabaseHandle, pluginId: string): Promise<string[]> {
  await handle.ensureGuild(GUILD_ID);
  await handle.ensureUser(USER_ID);
  let waiting = await pluginTables(handle.db, pluginId);
  for (;;) {
    const failures = new Map<Table, string>();
    for (const table of waiting) {
      const problem = await seed(handle, table);
      if (problem !== undefined) failures.set(table, problem);
    }
    // Another pass, as long as one more table got the row that others wait for.
    if (failures.size === 0 || failures.size === waiting.length)
      return Array.from(failures, ([{ name }, problem]) => `The table ${name} stayed empty: ${problem}.`);
    waiting = [...failures.keys()];
  }
}

async function seed({ db }: DatabaseHandle, { name, columns }: Table): Promise<string | undefined> {
  const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db);
  if (rows.length > 0) return undefined;
  try {
    const rules = await rulesOf(db, name);
    const borrowed = await borrow(db, rules.keys);
    const given = columns.filter((column) => !column.isFilled);
    const values = given.map((column) => borrowed.get(column.name) ?? sampleOf(column, rules));
    await sql`
      insert into ${sql.table(name)} (${sql.join(given.map((column) => sql.ref(column.name)))})
      values (${sql.join(values)})
    `.execute(db);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Values for foreign keys, from rows that are there. */
async function borrow(db: DatabaseHandle['db'], keys: readonly ForeignKey[]): Promise<Map<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const { columns, table, targets } of keys) {
    const { rows } = await sql<Record<string, unknown>>`
      select ${sql.join(targets.map((target, index) => sql`${sql.ref(target)} as ${sql.id(`v${index}`)}`))}
      from ${sql.table(table)} limit 1
    `.execute(db);
    columns.forEach((column, index) => {
      const value = rows[0]?.[`v${index}`];
      if (value !== undefined) values.set(column, value);
    });
  }
  return values;
}

function sampleOf({ name, type, refersTo, isRequired }: Column, { accepted }: Rules): unknown {
  if (refersTo) return refersTo === 'core.guilds' ? GUILD_ID : USER_ID;
  const known = accepted.get(name);
  if (known !== undefined) return known;
  if (type.endsWith('[]')) return '{}';
  const sample = SAMPLES.find(([pattern]) => pattern.test(type));
  return sample?.[1] ?? (isRequired ? 'sample' : null);
}

/** Text that PostgreSQL reads as a value of the type. */
const SAMPLES: readonly (readonly [type: RegExp, value: string])[] = [
  [/^bigint/, '300000000000000001'],
  [/^(integer|smallint|numeric|real|double)/, '1'],
  [/^boolean/, 'true'],
  [/^(timestamp|date)/, '2030-01-01'],
  [/^interval/, '1 hour'],
  [/^jsonb?/, '{}'],
  [/^uuid/, '00000000-0000-4000-8000-000000000000'],
  [/^bytea/, String.raw`\x00`],
];

/** What PostgreSQL says of a table's checks: `CHECK ((type = ANY (ARRAY['warn'::text, …])))`. */
const ONE_OF = /\(?\(?"?(\w+)"?\)?(?:::text)? = ANY \(\(?ARRAY\['([^']*)'/;

async function rulesOf(db: DatabaseHandle['db'], table: string): Promise<Rules> {
  const { rows } = await sql<{
    readonly check: string | null;
    readonly columns: string[];
    readonly target: string | null;
    readonly targets: string[] | null;
  }>`
    select case when k.contype = 'c' then pg_get_constraintdef(k.oid) end as check,
      array(select a.attname::text from unnest(k.conkey) with ordinality as u(n, i)
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n order by i) as columns,
      case when k.contype = 'f' then (select format('%s.%s', n.nspname, f.relname)
        from pg_class f join pg_namespace n on n.oid = f.relnamespace where f.oid = k.confrelid) end as target,
      array(select a.attname::text from unnest(k.confkey) with ordinality as u(n, i)
        join pg_attribute a on a.attrelid = k.confrelid and a.attnum = u.n order by i) as targets
    from pg_constraint k where k.conrelid = ${table}::regclass and k.contype in ('c', 'f')
  `.execute(db);
  const accepted = rows.flatMap(({ check }) => {
    const [, column, value] = ONE_OF.exec(check ?? '') ?? [];
    return column !== undefined && value !== undefined ? [[column, value] as const] : [];
  });
  const keys = rows.flatMap(({ columns, target, targets }) =>
    target === null || targets === null || target.startsWith('core.')
      ? []
      : [{ columns, table: target, targets }],
  );
  return { keys, accepted: new Map(accepted) };
}
