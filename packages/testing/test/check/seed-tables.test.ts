import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pluginTables } from '../../src/check/database/plugin-tables.ts';
import { seedTables } from '../../src/check/database/seed-tables.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

async function withTables(pluginId: string, statements: readonly string[]): Promise<void> {
  const { db } = database.handle;
  await sql`create schema ${sql.id(pluginId)}`.execute(db);
  for (const statement of statements) await sql.raw(statement).execute(db);
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    database.handle.db,
  );
  return rows[0]?.n ?? 0;
}

test('fills tables after those that they refer to, within their checks', async () => {
  await withTables('orchard', [
    'create table orchard.trees (guild_id bigint references core.guilds, number int, primary key (guild_id, number))',
    `create table orchard.apples (id bigint generated always as identity primary key, guild_id bigint not null,
      tree int not null, colour text not null check (colour in ('red', 'green')), eaten_by bigint references core.users,
      seen uuid not null, weights numeric[] not null, fell_at timestamptz not null,
      foreign key (guild_id, tree) references orchard.trees)`,
  ]);

  const problems = await seedTables(database.handle, 'orchard');

  expect(problems).toEqual([]);
  expect(await count('orchard.trees')).toBe(1);
  expect(await count('orchard.apples')).toBe(1);
});

test('leaves rows that are there alone', async () => {
  await withTables('pond', ['create table pond.fish (name text)']);

  await seedTables(database.handle, 'pond');
  await seedTables(database.handle, 'pond');

  expect(await count('pond.fish')).toBe(1);
});

test('says which table it cannot fill, and why', async () => {
  await withTables('vault', ['create table vault.coins (value int check (value > 1000))']);

  const [problem] = await seedTables(database.handle, 'vault');

  expect(problem).toMatch(/^The table vault\.coins stayed empty: .*coins_value_check/);
});

test('sees partitioned tables once, and what columns refer to', async () => {
  await withTables('archive', [
    'create table archive.days (guild_id bigint not null references core.guilds, day date not null) partition by range (day)',
    "create table archive.days_2030 partition of archive.days for values from ('2030-01-01') to ('2031-01-01')",
  ]);

  const tables = await pluginTables(database.handle.db, 'archive');

  expect(tables).toEqual([
    {
      name: 'archive.days',
      columns: [
        { name: 'guild_id', type: 'bigint', isRequired: true, isFilled: false, refersTo: 'core.guilds' },
        { name: 'day', type: 'date', isRequired: true, isFilled: false },
      ],
    },
  ]);
});
