import { setTimeout as sleep } from 'node:timers/promises';
import { startDatabase, type DatabaseHandle, type QueryCache } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

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

let names = 0;

/** A cache of its own for each test, whose loads are counted and, on demand, held back. */
function countingCache(handle = database.handle, name = `test.${(names += 1)}`) {
  const loads: string[] = [];
  const gates: (() => void)[] = [];
  const state: { value: string | undefined; isHeld: boolean } = { value: 'first', isHeld: false };
  const load = async (key: string) => {
    loads.push(key);
    const { value } = state;
    if (state.isHeld) await new Promise<void>((open) => gates.push(open));
    return value;
  };
  const cache = handle.cache.define<string | undefined>({ name, max: 3, load });
  onTestFinished(() => cache.dispose());
  return { cache, loads, gates, state, name };
}

test('loads a key once', async () => {
  const { cache, loads } = countingCache();

  expect([await cache.get('a'), await cache.get('a'), cache.peek('a'), cache.peek('b')]).toEqual([
    'first',
    'first',
    'first',
    undefined,
  ]);
  expect(loads).toEqual(['a']);
  expect(cache.stats()).toMatchObject({ size: 1, hits: 1, misses: 1, evictions: 0 });
});

test('callers at the same time share one load', async () => {
  const { cache, loads, gates, state } = countingCache();
  state.isHeld = true;

  const answers = Promise.all([cache.get('a'), cache.get('a'), cache.get('a')]);
  gates[0]?.();

  expect(await answers).toEqual(['first', 'first', 'first']);
  expect(loads).toEqual(['a']);
});

test('that there is nothing is kept too', async () => {
  const { cache, loads, state } = countingCache();
  state.value = undefined;

  expect(await cache.get('a')).toBeUndefined();
  expect(await cache.get('a')).toBeUndefined();
  expect(loads).toEqual(['a']);
});

test('a failed load is told to its callers and tried again', async () => {
  let isBroken = true;
  const cache = database.handle.cache.define({
    name: 'test.failing',
    max: 3,
    load: async () => {
      if (isBroken) throw new Error('down');
      return 'up';
    },
  });
  onTestFinished(() => cache.dispose());

  const answers = await Promise.allSettled([cache.get('a'), cache.get('a')]);
  isBroken = false;

  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await cache.get('a')).toBe('up');
});

test('while the database is away, those who ask right after each other share one try', async () => {
  let tries = 0;
  const cache = database.handle.cache.define({
    name: 'test.away',
    max: 3,
    load: async () => {
      tries += 1;
      throw new Error('Connection terminated unexpectedly');
    },
  });
  onTestFinished(() => cache.dispose());

  for (let count = 0; count < 20; count += 1) await expect(cache.get('a')).rejects.toThrow('terminated');
  expect(tries).toBe(1);

  await expect.poll(() => cache.get('a').then(undefined, () => tries)).toBe(2);
});

test('a value that was being loaded while its key was invalidated is not kept', async () => {
  const { cache, gates, state } = countingCache();
  state.isHeld = true;
  const early = cache.get('a');
  state.value = 'second';
  const invalidated = cache.invalidate('a');
  const late = cache.get('a');
  gates[1]?.();
  expect(await late).toBe('second');
  gates[0]?.();
  await invalidated;

  expect(await early).toBe('first');
  expect(cache.peek('a')).toBe('second');
});

test('forgets the least recently used key and counts it', async () => {
  const { cache, loads } = countingCache();
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await cache.get(key);

  expect(loads).toEqual(['a', 'b', 'c', 'd', 'b']);
  expect(cache.stats()).toMatchObject({ size: 3, evictions: 2 });
});

test('forgets a key after its time to live', async () => {
  let loads = 0;
  const cache = database.handle.cache.define({
    name: 'test.ttl',
    max: 3,
    ttlMs: 20,
    load: async () => (loads += 1),
  });
  onTestFinished(() => cache.dispose());

  expect(await cache.get('a')).toBe(1);
  await sleep(40);
  expect(await cache.get('a')).toBe(2);
});

async function heldBy(...caches: QueryCache<string | undefined>[]): Promise<void> {
  for (const cache of caches) for (const key of ['a', 'b']) await cache.get(key);
}

test('an invalidation reaches other processes, for its key only', async () => {
  const here = countingCache();
  const there = countingCache(other, here.name);
  await heldBy(here.cache, there.cache);
  there.state.value = 'second';

  await here.cache.invalidate('a');

  expect(here.cache.peek('a')).toBeUndefined();
  await expect.poll(() => there.cache.peek('a')).toBeUndefined();
  expect(there.cache.peek('b')).toBe('first');
  expect(await there.cache.get('a')).toBe('second');
});

test('its own notification does not make a process load twice', async () => {
  const here = countingCache();
  const there = countingCache(other, here.name);
  await heldBy(here.cache, there.cache);

  await here.cache.invalidate('a');
  await here.cache.get('a');
  await expect.poll(() => there.cache.peek('a')).toBeUndefined();

  expect(here.cache.peek('a')).toBe('first');
});

test('every key can be invalidated at once, and a key too long for a notification is', async () => {
  const here = countingCache();
  const there = countingCache(other, here.name);
  await heldBy(here.cache, there.cache);
  await here.cache.invalidateAll();
  await expect.poll(() => there.cache.stats().size).toBe(0);

  await heldBy(there.cache);
  await here.cache.invalidate('x'.repeat(9_000));
  await expect.poll(() => there.cache.stats().size).toBe(0);
});

test('a broken notification connection empties every cache, and keeps it empty until it is back', async () => {
  const { cache } = countingCache(other);
  await heldBy(cache);
  let resets = 0;
  onTestFinished(other.notifications.onReset(() => (resets += 1)));

  await sql`select pg_terminate_backend(pid) from pg_stat_activity
            where application_name like '%notifications' and datname = current_database()`.execute(
    database.handle.db,
  );
  await expect.poll(() => other.notifications.isConnected).toBe(false);
  expect(cache.stats().size).toBe(0);
  await cache.get('a');
  expect(cache.peek('a')).toBeUndefined();

  await expect.poll(() => other.notifications.isConnected).toBe(true);
  expect(resets).toBe(2);
  await cache.get('a');
  expect(cache.peek('a')).toBe('first');
  await expect.poll(() => database.handle.notifications.isConnected).toBe(true);
});

test('two caches of one name cannot be told apart and are refused', () => {
  const { name } = countingCache();

  expect(() => countingCache(database.handle, name)).toThrow(name);
});

test('lists the statistics of all caches', async () => {
  const { cache, name } = countingCache();
  await cache.get('a');

  expect(database.handle.cache.stats()).toContainEqual(cache.stats());
  expect(cache.stats().name).toBe(name);
});
