import { isTransientError, withRetry } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { singleConnection } from './support/single-connection.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`create schema playground`.execute(database.handle.db);
  await sql`create table playground.counters (id integer primary key, value integer not null)`.execute(
    database.handle.db,
  );
  await sql`insert into playground.counters values (1, 0), (2, 0)`.execute(database.handle.db);
});
afterAll(() => database.close());

test('transactions that lose a race run again until they win', async () => {
  const increment = () =>
    database.handle.transaction(
      async (db) => {
        const { rows } = await sql<{
          value: number;
        }>`select value from playground.counters where id = 1`.execute(db);
        await sql`update playground.counters set value = ${(rows[0]?.value ?? 0) + 1} where id = 1`.execute(
          db,
        );
      },
      { isolationLevel: 'serializable', attempts: 30 },
    );

  await Promise.all([increment(), increment(), increment(), increment()]);

  const { rows } = await sql`select value from playground.counters where id = 1`.execute(database.handle.db);
  expect(rows).toEqual([{ value: 4 }]);
});

test('a deadlock is resolved', async () => {
  const firstLocks = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  const touch = (own: number, first: number, second: number) =>
    database.handle.transaction(async (db) => {
      runs += 1;
      await sql`update playground.counters set value = value + 1 where id = ${first}`.execute(db);
      firstLocks[own]?.resolve();
      await firstLocks[1 - own]?.promise;
      await sql`update playground.counters set value = value + 1 where id = ${second}`.execute(db);
    });

  await Promise.all([touch(0, 1, 2), touch(1, 2, 1)]);

  expect(runs).toBeGreaterThan(2);
});

test('a lost connection is replaced', async () => {
  const handle = await singleConnection(database.url);
  let runs = 0;

  const answer = await handle.transaction(async (db) => {
    runs += 1;
    if (runs === 1) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    return sql`select 1 as one`.execute(db);
  });

  expect([runs, answer.rows]).toEqual([2, [{ one: 1 }]]);
});

test('a connection that is lost while idle ends neither the process nor the pool', async () => {
  const handle = await singleConnection(database.url);
  await handle.ping();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'single'`.execute(
    database.handle.db,
  );

  await expect.poll(() => handle.pool().total).toBe(0);
  expect(await handle.ping()).toBeGreaterThan(0);
});

test('an error of the work itself is not retried', async () => {
  let runs = 0;
  const failure = withRetry(async () => {
    runs += 1;
    await sql`select 1 / 0`.execute(database.handle.db);
  });

  await expect(failure).rejects.toMatchObject({ code: '22012' });
  expect(runs).toBe(1);
});

test('gives up after the last attempt, with its error', async () => {
  let runs = 0;
  const lostRace = Object.assign(new Error('could not serialize'), { code: '40001' });
  const failure = withRetry(
    async () => {
      runs += 1;
      throw lostRace;
    },
    { attempts: 3 },
  );

  await expect(failure).rejects.toBe(lostRace);
  expect(runs).toBe(3);
});

test.each([
  ['40001', true],
  ['40P01', true],
  ['08006', true],
  ['57P01', true],
  ['ECONNRESET', true],
  ['23505', false],
  ['42P01', false],
  ['57014', false],
  ['0A000', false],
])('code %s is transient: %s', (code, expected) => {
  expect(isTransientError(Object.assign(new Error('x'), { code }))).toBe(expected);
});

test('what is no error, and an error without a code, is not transient', () => {
  expect(isTransientError('40001')).toBe(false);
  expect(isTransientError(new Error('boring'))).toBe(false);
  expect(isTransientError(new Error('Connection terminated unexpectedly'))).toBe(true);
});
