import {
  CommandUsageRepository,
  coreDataRights,
  createCommandUsagePartitions,
  createMonthlyPartitions,
  dropCommandUsagePartitions,
  dropMonthlyPartitions,
} from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { CamelCasePlugin, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Columns of each core table, as TypeScript spells them. */
async function coreColumns(): Promise<Map<string, Set<string>>> {
  const { rows } = await sql<{ table: string; columns: string[] }>`
    select table_name as table, jsonb_agg(column_name) as columns from information_schema.columns
    where table_schema = 'core' and table_name !~ '_[0-9]{4}_[0-9]{2}$' group by table_name
  `.execute(database.handle.db.withoutPlugins());
  const camel = new (class extends CamelCasePlugin {
    column(name: string): string {
      return this.camelCase(name);
    }
  })();
  return new Map(
    rows.map(({ table, columns }) => [table, new Set(columns.map((name) => camel.column(name)))]),
  );
}

test('data rights name columns that exist', async () => {
  const tables = await coreColumns();
  for (const [table, rights] of Object.entries(coreDataRights)) {
    const person = 'person' in rights ? [rights.person].flat() : [];
    const named = [...('guild' in rights ? [rights.guild] : []), ...person];
    expect([...(tables.get(table) ?? [])]).toEqual(expect.arrayContaining(named));
  }
});

test('data rights leave out no table with a guild or a person in it', async () => {
  const concerned = [...(await coreColumns())].filter(([, columns]) =>
    ['guildId', 'userId', 'changedBy', 'reversedBy', 'rotatedBy'].some((name) => columns.has(name)),
  );

  expect(Object.keys(coreDataRights)).toEqual(expect.arrayContaining(concerned.map(([table]) => table)));
});

test('every index is of use to another query than its neighbours', async () => {
  const { rows } = await sql<{ longer: string; shorter: string }>`
    select a.indexrelid::regclass::text as longer, b.indexrelid::regclass::text as shorter
    from pg_index a join pg_index b on a.indrelid = b.indrelid and a.indexrelid <> b.indexrelid
    join pg_class on pg_class.oid = a.indrelid join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = 'core' and b.indpred is null and not b.indisunique
      and (a.indkey::text || ' ') like (b.indkey::text || ' %')
  `.execute(database.handle.db);

  expect(rows).toEqual([]);
});

test('command usages have room for this month and the next two', async () => {
  const { db } = database.handle;
  expect(await createCommandUsagePartitions(db)).toEqual([]);

  const made = await createCommandUsagePartitions(db, new Date('2031-12-31T23:59:59Z'));

  expect(made).toEqual([
    'core.command_usages_2031_12',
    'core.command_usages_2032_01',
    'core.command_usages_2032_02',
  ]);
  expect(await createCommandUsagePartitions(db, new Date('2031-12-01T00:00:00Z'))).toEqual([]);
});

test('months that are over can be dropped, with what they hold', async () => {
  await using other = await createTestDatabase();
  const { db } = other.handle;
  const usages = new CommandUsageRepository(db);
  await createMonthlyPartitions(db, {
    table: 'core.command_usages',
    from: new Date('2020-01-15T00:00:00Z'),
    months: 2,
  });
  for (const usedAt of ['2020-01-31T23:59:59.999Z', '2020-02-01T00:00:00Z']) {
    await usages.insertMany([{ command: 'x', usedAt: new Date(usedAt), durationMs: 1, outcome: 'success' }]);
  }

  const dropped = await dropCommandUsagePartitions(db, new Date('2020-02-20T00:00:00Z'));

  expect(dropped).toEqual(['core.command_usages_2020_01']);
  const left = await db.selectFrom('core.command_usages').select('usedAt').execute();
  expect(left).toEqual([{ usedAt: new Date('2020-02-01T00:00:00Z') }]);
  expect(await dropMonthlyPartitions(db, { table: 'core.command_usages', before: new Date(0) })).toEqual([]);
});

test('two processes that make and drop the same partitions at once do not collide', async () => {
  const { db } = database.handle;
  const table = { table: 'core.command_usages', from: new Date('2019-01-01T00:00:00Z'), months: 3 } as const;

  await Promise.all(Array.from({ length: 4 }, () => createMonthlyPartitions(db, table)));
  expect(await createMonthlyPartitions(db, table)).toEqual([]);

  const before = new Date('2019-04-01T00:00:00Z');
  await Promise.all(Array.from({ length: 4 }, () => dropMonthlyPartitions(db, { ...table, before })));
  expect(await dropMonthlyPartitions(db, { ...table, before })).toEqual([]);
});

test('a plugin can partition its own tables and no others', async () => {
  const { handle } = database;
  const rows = { table: 'partitioned.rows', from: new Date('2026-03-01T00:00:00Z'), months: 1 } as const;
  await handle.migratePlugin('partitioned', {
    '0001-create-rows': {
      up: async (db) => {
        await sql`create table partitioned.rows (at timestamptz not null) partition by range (at)`.execute(
          db,
        );
        await createMonthlyPartitions(db, rows);
      },
      down: async (db) => db.schema.dropTable('partitioned.rows').execute(),
    },
  });
  const plugin = handle.forPlugin('partitioned');

  expect(await createMonthlyPartitions(plugin, { ...rows, months: 2 })).toEqual(['partitioned.rows_2026_04']);
  await expect(createMonthlyPartitions(plugin, { ...rows, table: 'core.command_usages' })).rejects.toThrow(
    /core/u,
  );
});
