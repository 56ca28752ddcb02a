import { startDatabase, type DatabaseHandle } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
let other: DatabaseHandle;
beforeAll(async () => {
  database = await createTestDatabase();
  other = await startDatabase({ url: database.url, dataDir: '', poolSize: 2 });
});
afterAll(async () => {
  await other.close();
  await database.close();
});

test('a payload reaches every listener in every process', async () => {
  const heard: string[] = [];
  await database.handle.notifications.listen('news', (payload) => heard.push(`here ${payload}`));
  await other.notifications.listen('news', (payload) => heard.push(`there ${payload}`));
  await other.notifications.listen('news', (payload) => heard.push(`there too ${payload}`));

  await database.handle.notifications.notify('news', 'é');

  await expect.poll(() => heard.toSorted()).toEqual(['here é', 'there too é', 'there é']);
});

test('a listener hears nothing after it was disposed, its neighbours do', async () => {
  const heard: string[] = [];
  const dispose = await other.notifications.listen('quiet "channel"', () => heard.push('disposed'));
  await other.notifications.listen('quiet "channel"', () => heard.push('neighbour'));
  await dispose();
  await dispose();

  await other.notifications.notify('quiet "channel"', '');

  await expect.poll(() => heard).toEqual(['neighbour']);
});

test('a handler that throws does not keep others from hearing', async () => {
  const heard: string[] = [];
  await other.notifications.listen('risky', () => {
    throw new Error('broken handler');
  });
  await other.notifications.listen('risky', (payload) => heard.push(payload));

  await other.notifications.notify('risky', 'x');

  await expect.poll(() => heard).toEqual(['x']);
});

test('listens again after the connection broke', async () => {
  const heard: string[] = [];
  await other.notifications.listen('durable', (payload) => heard.push(payload));
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
            where application_name like '%notifications' and datname = current_database()`.execute(
    database.handle.db,
  );
  await expect.poll(() => other.notifications.isConnected).toBe(false);
  await expect.poll(() => other.notifications.isConnected).toBe(true);

  await database.handle.notifications.notify('durable', 'again');

  await expect.poll(() => heard).toEqual(['again']);
});

test('refuses a payload that PostgreSQL would not take', async () => {
  await expect(database.handle.notifications.notify('big', 'é'.repeat(4_000))).rejects.toThrow(RangeError);
  await expect(database.handle.notifications.notify('big', 'x'.repeat(7_999))).resolves.toBeUndefined();
});
