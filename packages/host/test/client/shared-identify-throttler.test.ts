import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import type { IIdentifyThrottler } from 'discord.js';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { sharedIdentifyThrottler } from '../../src/client/shared-identify-throttler.ts';
import { silentLogger } from '../silent-logger.ts';

type Manager = Parameters<ReturnType<typeof sharedIdentifyThrottler>>[0];

let database: TestDatabase;
const never = new AbortController().signal;

beforeEach(async () => {
  database = await createTestDatabase();
  return () => database.close();
});

/** What one process of several asks. */
async function throttler(maxConcurrency: number, logger = silentLogger): Promise<IIdentifyThrottler> {
  const information = { session_start_limit: { max_concurrency: maxConcurrency } };
  const manager = { fetchGatewayInformation: async () => information } as unknown as Manager; // -- all that it reads
  return sharedIdentifyThrottler(database.handle, logger)(manager);
}

const longAgo = () =>
  sql`update core.identifies set at = at - interval '1 minute'`.execute(database.handle.db);

test('shards of two processes that share a key take turns', async () => {
  const [one, other] = [await throttler(1), await throttler(1)];
  await one.waitForIdentify(0, never);
  const start = performance.now();

  await other.waitForIdentify(1, never);

  expect(performance.now() - start).toBeGreaterThan(4_900);
});

test('shards with keys of their own wait for nobody', async () => {
  const [one, other] = [await throttler(2), await throttler(2)];
  await one.waitForIdentify(0, never);
  const start = performance.now();

  await other.waitForIdentify(1, never);

  expect(performance.now() - start).toBeLessThan(4_900);
});

test('a connection that closes while it waits takes no turn', async () => {
  const [one, other] = [await throttler(1), await throttler(1)];
  await one.waitForIdentify(0, never);
  const closing = new AbortController();
  const waiting = other.waitForIdentify(1, closing.signal);
  setTimeout(() => closing.abort(), 100);

  await expect(waiting).rejects.toThrow('aborted');
  await longAgo();
  const start = performance.now();
  await one.waitForIdentify(0, never);

  expect(performance.now() - start).toBeLessThan(4_900);
});

test('a bot whose database is away identifies nevertheless, and says so', async () => {
  const warnings: unknown[] = [];
  const one = await throttler(1, { ...silentLogger, warn: (...values) => void warnings.push(...values) });
  await sql`drop table core.identifies`.execute(database.handle.db);

  await one.waitForIdentify(3, never);

  expect(warnings).toContain('Shard 3 identifies without waiting for other processes.');
});
