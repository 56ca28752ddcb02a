import { setTimeout as sleep } from 'node:timers/promises';
import { type Database, databaseTrouble, type DatabaseHandle } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { singleConnection } from './support/single-connection.ts';

/** Longer than a turn for a lock takes. */
const LOCKED_MS = 1_300;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`create table public.seats (id int primary key, taken int not null default 0)`.execute(
    database.handle.db,
  );
  await sql`insert into public.seats values (1), (2)`.execute(database.handle.db);
});
afterAll(() => database.close());

const take = (id: number) => sql`update public.seats set taken = taken + 1 where id = ${id}`;

/** Holds the first seat until the work is done. */
async function whileTaken(work: (db: Kysely<Database>) => Promise<unknown>): Promise<void> {
  await database.handle.db.transaction().execute(async (transaction) => {
    await take(1).execute(transaction);
    await work(transaction);
  });
}

test.each([
  ['57P03', 'away'],
  ['53300', 'away'],
  ['ECONNREFUSED', 'away'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['55P03', 'busy'],
  ['53100', 'full'],
  ['58030', 'full'],
  ['25006', 'full'],
  ['57014', undefined],
  ['23505', undefined],
  ['42601', undefined],
])('%s means that it is %s', (code, trouble) => {
  expect(databaseTrouble(Object.assign(new Error('x'), { code }))).toBe(trouble);
});

test('what is no error says nothing of the database', () => {
  expect([databaseTrouble('53100'), databaseTrouble(new Error('boring'))]).toEqual([undefined, undefined]);
});

test('a database that answers is not strained', async () => {
  await expect.poll(() => database.handle.isStrained()).toBe(false);
});

test('it is strained while somebody waits for a lock, and not afterwards', async () => {
  const other = await singleConnection(database.url);
  let waiting: Promise<unknown> | undefined;
  await whileTaken(async () => {
    waiting = take(1).execute(other.db);
    await expect.poll(() => database.handle.isStrained(), { timeout: 10_000 }).toBe(true);
  });
  await waiting;

  await expect.poll(() => database.handle.isStrained()).toBe(false);
});

test('it is strained while it does not answer in half a second', async () => {
  const handle: DatabaseHandle = await singleConnection(database.url);
  const busy = sql`select pg_sleep(1)`.execute(handle.db);
  const start = performance.now();

  expect(await handle.isStrained()).toBe(true);
  expect(performance.now() - start).toBeLessThan(1_000);
  await busy;
});

test('a statement by itself that meets a deadlock is run again', async () => {
  const other = await singleConnection(database.url);
  const before = await taken();
  let lonely: Promise<unknown> | undefined;
  await whileTaken(async (db) => {
    // It takes the second seat and waits for the first, which is ours; we want the second then.
    lonely = sql`do $$ begin
      update public.seats set taken = taken + 1 where id = 2;
      update public.seats set taken = taken + 1 where id = 1;
    end $$`.execute(other.db);
    await sleep(LOCKED_MS / 4);
    await take(2).execute(db);
  });
  await lonely;

  expect(await taken()).toBe(before + 4);
});

async function taken(): Promise<number> {
  const { rows } = await sql<{ sum: number }>`select sum(taken)::int as sum from public.seats`.execute(
    database.handle.db,
  );
  return rows[0]?.sum ?? 0;
}
