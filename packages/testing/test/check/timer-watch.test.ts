import { setImmediate as turn } from 'node:timers/promises';
import { startDatabase } from '@twi/database';
import { createTestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { TimerWatch } from '../../src/check/timer-watch.ts';

const watch = new TimerWatch(import.meta.dirname);
const elsewhere = new TimerWatch(`${import.meta.dirname}-of-somebody-else`);
afterAll(() => {
  watch[Symbol.dispose]();
  elsewhere[Symbol.dispose]();
});

/** Timers set in this file that are still there. */
const places = (): string[] => watch.list().filter((place) => place.startsWith('timer-watch.test.ts:'));

test('knows of an interval, and where it was set, until it is cleared', async () => {
  const timer = setInterval(() => {}, 60_000);
  expect(places()).toEqual([expect.stringMatching(/^timer-watch\.test\.ts:\d+:\d+$/)]);

  clearInterval(timer);
  await turn();
  expect(places()).toEqual([]);
});

test('knows of a timeout of an hour, also an unreferenced one', async () => {
  const timer = setTimeout(() => {}, 3_600_000).unref();
  expect(places()).toHaveLength(1);

  clearTimeout(timer);
  await turn();
  expect(places()).toEqual([]);
});

test('does not mind a timeout that will soon run out by itself', () => {
  const timer = setTimeout(() => {}, 10_000);

  expect(places()).toEqual([]);
  clearTimeout(timer);
});

test('does not mind what others set', () => {
  const timer = setInterval(() => {}, 60_000);

  expect(elsewhere.list()).toEqual([]);
  clearInterval(timer);
});

test("does not mind the life of a connection that a query opened in the host's pool", async () => {
  const server = await createTestDatabase();
  const database = await startDatabase({ url: server.url, dataDir: import.meta.dirname });

  const before = places();

  await Promise.all(Array.from({ length: 3 }, () => sql`SELECT 1`.execute(database.db)));

  expect(places()).toEqual(before);
  await database.close();
  await server.close();
});
