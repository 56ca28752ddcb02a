import { asNumber, startDatabase, toJsonb } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { singleConnection } from './support/single-connection.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe('values', () => {
  test('ids stay exact, counts are numbers, times are dates', async () => {
    const { db } = database.handle;
    await db.insertInto('core.users').values({ id: '9223372036854775807', username: 'ä' }).execute();

    const row = await db
      .selectFrom('core.users')
      .select((eb) => ['id', 'firstSeenAt', asNumber(eb.fn.countAll().over()).as('total')])
      .executeTakeFirstOrThrow();

    expect(row).toEqual({ id: '9223372036854775807', firstSeenAt: expect.any(Date), total: 1 });
  });

  test('JSON keeps arrays and the spelling of its keys', async () => {
    const value = { snake_key: [1, [2]], camelKey: { 'Kebab-Key': null } };

    const { rows } = await sql<{ value: unknown; list: unknown }>`
      select ${toJsonb(value)} as value, ${toJsonb(['a', 'b'])} as list
    `.execute(database.handle.db);

    expect(rows).toEqual([{ value, list: ['a', 'b'] }]);
    expect(() => toJsonb(undefined)).toThrow(TypeError);
  });

  test('what PostgreSQL cannot hold is left out or replaced, and nothing else', async () => {
    const value = { 'k\0': ['a\0b', 'half \ud83d', '\udc4d', '👍', '\\ud800', '\\\\u0000'] };

    const { rows } = await sql<{ text: string; list: string[]; value: unknown }>`
      select ${'a\0b \ud83d 👍'}::text as text, ${['\0', 'x']}::text[] as list, ${toJsonb(value)} as value
    `.execute(database.handle.db);

    expect(rows).toEqual([
      {
        text: 'ab \ufffd 👍',
        list: ['', 'x'],
        value: { k: ['ab', 'half \ufffd', '\ufffd', '👍', '\\ud800', '\\\\u0000'] },
      },
    ]);
  });
});

describe('limits', () => {
  test('a statement that takes too long is cancelled', async () => {
    const handle = await singleConnection(database.url, 50);

    await expect(sql`select pg_sleep(5)`.execute(handle.db)).rejects.toMatchObject({ code: '57014' });
  });

  test('no query is compiled, which takes longer than running it, unless the operator says so', async () => {
    const setting = sql<{ setting: string; source: string }>`
      select setting, source from pg_settings where name = 'jit'`;
    const own = await singleConnection(database.url);
    const url = new URL(database.url);
    url.searchParams.set('options', '-c jit=on');
    const asked = await singleConnection(url.href);

    expect((await setting.execute(own.db)).rows).toEqual([{ setting: 'off', source: 'client' }]);
    expect((await setting.execute(asked.db)).rows).toEqual([{ setting: 'on', source: 'client' }]);
  });

  test('migrations may take longer', async () => {
    const handle = await singleConnection(database.url, 50);

    const applied = handle.migratePlugin('slow', {
      '0001-wait': {
        up: async (db) => void (await sql`select pg_sleep(0.2)`.execute(db)),
        down: async () => {},
      },
    });

    await expect(applied).resolves.toEqual(['0001-wait']);
  });

  test('tells how busy the pool is, and names its connections', async () => {
    const handle = await singleConnection(database.url);
    const busy = sql`select pg_sleep(0.5)`.execute(handle.db);
    const waiting = handle.ping();

    await expect.poll(() => handle.pool()).toMatchObject({ idle: 0, waiting: 1 });
    expect(handle.pool()).toMatchObject({ size: 1, total: 1 });
    await busy;
    expect(await waiting).toBeGreaterThan(0);
    const named = sql`select from pg_stat_activity
      where application_name = 'single' and datname = current_database()`;
    // Those of handles that were closed before leave a moment later.
    await expect.poll(() => named.execute(handle.db)).toMatchObject({ rows: [{}] });
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
