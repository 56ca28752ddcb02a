import { isTransientError, startDatabase, withRetry, type DatabaseHandle } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';

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

/** A handle with one connection, so that everything happens on it. */
async function singleConnection(options: { statementTimeoutMs?: number } = {}): Promise<DatabaseHandle> {
  const handle = await startDatabase({
    url: database.url,
    dataDir: '',
    poolSize: 1,
    applicationName: 'single',
    ...options,
  });
  onTestFinished(() => handle.close());
  return handle;
}

async function preparedTexts({ db }: DatabaseHandle): Promise<string[]> {
  const { rows } = await sql<{ statement: string }>`select statement from pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}

describe('prepared statements', () => {
  test('a query that returns often is prepared, a rare one is not', async () => {
    const handle = await singleConnection();
    for (const id of ['1', '2', '3', '4']) {
      await handle.db.selectFrom('core.users').select('username').where('id', '=', id).execute();
    }
    await handle.db.selectFrom('core.users').select('firstSeenAt').where('id', '=', '1').execute();

    const prepared = await preparedTexts(handle);

    expect(prepared).toContain('select "username" from "core"."users" where "id" = $1');
    expect(prepared.join()).not.toContain('first_seen_at');
  });

  test('a plan that a migration made stale is replaced without anyone noticing', async () => {
    const handle = await singleConnection();
    const read = () => sql`select * from playground.changing where id = ${1}`.execute(handle.db);
    await sql`create table playground.changing (id integer)`.execute(database.handle.db);
    for (let use = 0; use < 4; use += 1) await read();

    await sql`alter table playground.changing add column added text`.execute(database.handle.db);
    await sql`insert into playground.changing values (1, 'new')`.execute(database.handle.db);

    expect((await read()).rows).toEqual([{ id: 1, added: 'new' }]);
    expect((await read()).rows).toEqual([{ id: 1, added: 'new' }]);
  });

  test('a stale plan inside a transaction is cured by running the transaction again', async () => {
    const handle = await singleConnection();
    await sql`create table playground.altered (id integer)`.execute(database.handle.db);
    const read = () =>
      handle.transaction((db) => sql`select * from playground.altered where id = ${1}`.execute(db));
    for (let use = 0; use < 4; use += 1) await read();

    await sql`alter table playground.altered add column added text`.execute(database.handle.db);

    expect((await read()).rows).toEqual([]);
  });

  test('a statement that the server forgot is prepared again', async () => {
    const handle = await singleConnection();
    const read = () => handle.db.selectFrom('core.users').select('id').where('id', '=', '1').execute();
    for (let use = 0; use < 4; use += 1) await read();
    await sql`deallocate all`.execute(handle.db);

    await expect(read()).resolves.toEqual([]);
    await expect(read()).resolves.toEqual([]);
  });
});

describe('values', () => {
  test('ids stay exact, counts are numbers, times are dates', async () => {
    const { asNumber } = await import('@twi/database');
    const { db } = database.handle;
    await db.insertInto('core.users').values({ id: '9223372036854775807', username: 'ä' }).execute();

    const row = await db
      .selectFrom('core.users')
      .select((eb) => ['id', 'firstSeenAt', asNumber(eb.fn.countAll().over()).as('total')])
      .executeTakeFirstOrThrow();

    expect(row).toEqual({ id: '9223372036854775807', firstSeenAt: expect.any(Date), total: 1 });
  });

  test('JSON keeps arrays and the spelling of its keys', async () => {
    const { toJsonb } = await import('@twi/database');
    const value = { snake_key: [1, [2]], camelKey: { 'Kebab-Key': null } };

    const { rows } = await sql<{ value: unknown; list: unknown }>`
      select ${toJsonb(value)} as value, ${toJsonb(['a', 'b'])} as list
    `.execute(database.handle.db);

    expect(rows).toEqual([{ value, list: ['a', 'b'] }]);
    expect(() => toJsonb(undefined)).toThrow(TypeError);
  });
});

describe('limits', () => {
  test('a statement that takes too long is cancelled', async () => {
    const handle = await singleConnection({ statementTimeoutMs: 50 });

    await expect(sql`select pg_sleep(5)`.execute(handle.db)).rejects.toMatchObject({ code: '57014' });
  });

  test('migrations may take longer', async () => {
    const handle = await singleConnection({ statementTimeoutMs: 50 });

    const applied = handle.migratePlugin('slow', {
      '0001-wait': {
        up: async (db) => void (await sql`select pg_sleep(0.2)`.execute(db)),
        down: async () => {},
      },
    });

    await expect(applied).resolves.toEqual(['0001-wait']);
  });

  test('tells how busy the pool is, and names its connections', async () => {
    const handle = await singleConnection();
    const busy = sql`select pg_sleep(0.5)`.execute(handle.db);
    const waiting = handle.ping();

    await expect.poll(() => handle.pool()).toMatchObject({ idle: 0, waiting: 1 });
    expect(handle.pool()).toMatchObject({ size: 1, total: 1 });
    await busy;
    expect(await waiting).toBeGreaterThan(0);
    const { rows } = await sql`select from pg_stat_activity where application_name = 'single'`.execute(
      handle.db,
    );
    expect(rows).toHaveLength(1);
  });
});

describe('retries', () => {
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

    const { rows } = await sql`select value from playground.counters where id = 1`.execute(
      database.handle.db,
    );
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
    const handle = await singleConnection();
    let runs = 0;

    const answer = await handle.transaction(async (db) => {
      runs += 1;
      if (runs === 1) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
      return sql`select 1 as one`.execute(db);
    });

    expect([runs, answer.rows]).toEqual([2, [{ one: 1 }]]);
  });

  test('a connection that is lost while idle ends neither the process nor the pool', async () => {
    const handle = await singleConnection();
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
});

describe('guild and user rows', () => {
  test('are made once, however many ask', async () => {
    const { handle } = database;
    const before = handle.cache.stats().find(({ name }) => name === 'core.ensured_guilds');

    await Promise.all(Array.from({ length: 20 }, () => handle.ensureGuild('77')));
    await handle.ensureUser('78');

    const after = handle.cache.stats().find(({ name }) => name === 'core.ensured_guilds');
    expect(after?.size).toBe((before?.size ?? 0) + 1);
    expect(await handle.db.selectFrom('core.guilds').select('id').where('id', '=', '77').execute()).toEqual([
      { id: '77' },
    ]);
    expect(await handle.db.selectFrom('core.users').select('id').where('id', '=', '78').execute()).toEqual([
      { id: '78' },
    ]);
  });

  test('are made again after they were deleted and forgotten', async () => {
    const { handle } = database;
    await handle.ensureUser('80');
    await handle.db.deleteFrom('core.users').where('id', '=', '80').execute();
    await handle.forgetUser('80');

    await handle.ensureUser('80');

    expect(
      await handle.db.selectFrom('core.users').select('id').where('id', '=', '80').execute(),
    ).toHaveLength(1);
  });
});

test('closes once, however often it is asked, and then refuses to work', async () => {
  const handle = await startDatabase({ url: database.url, dataDir: '' });
  await Promise.all([handle.close(), handle.close()]);

  await expect(handle.ping()).rejects.toThrow(Error);
});

test('says so when the server cannot be reached', async () => {
  await expect(startDatabase({ url: 'postgres://x:y@127.0.0.1:1/x', dataDir: '' })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
});
