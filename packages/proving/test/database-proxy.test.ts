import { startDatabase, type DatabaseHandle } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DatabaseProxy } from '../src/index.ts';

const DELAY_MS = 300;

let database: TestDatabase;
let proxy: DatabaseProxy;
let handle: DatabaseHandle;

beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await DatabaseProxy.start(database.url);
  handle = await startDatabase({ url: proxy.url, dataDir: '' });
});
afterEach(() => proxy.up());
afterAll(async () => {
  await handle.close();
  await proxy[Symbol.asyncDispose]();
  await database.close();
});

test('it counts what is asked', async () => {
  proxy.statements.clear();
  await handle.ping();
  await handle.ping();

  expect(proxy.count((text) => text === 'select')).toBe(2);
});

test('while it is down nobody gets an answer, and everybody afterwards', async () => {
  proxy.down();
  await expect(handle.ping()).rejects.toThrow(/terminated|ECONNRESET|socket/i);

  proxy.up();
  await expect(handle.ping()).resolves.toBeGreaterThan(0);
});

test('while it refuses, everybody hears why', async () => {
  await handle.ping();
  proxy.refuse({ code: '57P03', message: 'the database system is starting up' });
  // The pool may not have heard yet that its connections are broken.
  await handle.ping().catch(() => undefined);

  await expect(handle.ping()).rejects.toMatchObject({
    code: '57P03',
    message: 'the database system is starting up',
  });
});

test('while it is slow each statement takes longer, in the order in which they came', async () => {
  await handle.ping();
  proxy.slow(DELAY_MS);

  await expect(handle.ping()).resolves.toBeGreaterThanOrEqual(DELAY_MS - 1);
  const rows = await handle.transaction(async (transaction) => {
    await transaction
      .insertInto('core.users')
      .values({ id: '123456789012345678', username: 'slow' })
      .execute();
    return transaction.selectFrom('core.users').select('username').execute();
  });
  expect(rows).toEqual([{ username: 'slow' }]);
});
