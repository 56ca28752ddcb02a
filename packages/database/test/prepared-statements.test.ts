import type { DatabaseHandle } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { singleConnection } from './support/single-connection.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await sql`create schema playground`.execute(database.handle.db);
});
afterAll(() => database.close());

async function preparedTexts({ db }: DatabaseHandle): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}

test('a query that returns often is prepared, a rare one is not', async () => {
  const handle = await singleConnection(database.url);
  for (const id of ['1', '2', '3', '4']) {
    await handle.db.selectFrom('core.users').select('username').where('id', '=', id).execute();
  }
  await handle.db.selectFrom('core.users').select('firstSeenAt').where('id', '=', '1').execute();

  const prepared = await preparedTexts(handle);

  expect(prepared).toContain('select "username" from "core"."users" where "id" = $1');
  expect(prepared.join()).not.toContain('first_seen_at');
});

test('a plan that a migration made stale is replaced without anyone noticing', async () => {
  const handle = await singleConnection(database.url);
  const read = () => sql`select * from playground.changing where id = ${1}`.execute(handle.db);
  await sql`create table playground.changing (id integer)`.execute(database.handle.db);
  for (let use = 0; use < 4; use += 1) await read();

  await sql`alter table playground.changing add column added text`.execute(database.handle.db);
  await sql`insert into playground.changing values (1, 'new')`.execute(database.handle.db);

  expect((await read()).rows).toEqual([{ id: 1, added: 'new' }]);
  expect((await read()).rows).toEqual([{ id: 1, added: 'new' }]);
});

test('a stale plan inside a transaction is cured by running the transaction again', async () => {
  const handle = await singleConnection(database.url);
  await sql`create table playground.altered (id integer)`.execute(database.handle.db);
  const read = () =>
    handle.transaction((db) => sql`select * from playground.altered where id = ${1}`.execute(db));
  for (let use = 0; use < 4; use += 1) await read();

  await sql`alter table playground.altered add column added text`.execute(database.handle.db);

  expect((await read()).rows).toEqual([]);
});

test('a statement that the server forgot is prepared again', async () => {
  const handle = await singleConnection(database.url);
  const read = () => handle.db.selectFrom('core.users').select('id').where('id', '=', '1').execute();
  for (let use = 0; use < 4; use += 1) await read();
  await sql`deallocate all`.execute(handle.db);

  await expect(read()).resolves.toEqual([]);
  await expect(read()).resolves.toEqual([]);
});
