import { startDatabase } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createRedact } from '../../src/logging/redact.ts';
import { Quarantine } from '../../src/quarantine/quarantine.ts';
import { QuarantineStore } from '../../src/quarantine/quarantine-store.ts';
import { silentLogger } from '../silent-logger.ts';
import { silentMetrics } from '../silent-metrics.ts';

let database: TestDatabase;
const disposers: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  for (const dispose of disposers.toReversed()) await dispose();
  await database.close();
});

/** A process of its own, as far as PostgreSQL can tell. */
async function startProcess(): Promise<{ quarantine: Quarantine; store: QuarantineStore }> {
  const handle = await startDatabase({ url: database.url, dataDir: '' });
  disposers.push(() => handle.close());
  const quarantine = new Quarantine({ logger: silentLogger, metrics: silentMetrics, redact: createRedact() });
  const store = await QuarantineStore.start({
    quarantine,
    database: handle,
    logger: silentLogger,
    versionOf: () => '1.0.0',
  });
  disposers.push(() => store.close());
  return { quarantine, store };
}

test('a stop reaches the other process, outlives a restart, and its release reaches both', async () => {
  const one = await startProcess();
  const two = await startProcess();

  for (let index = 0; index < 11; index += 1) one.quarantine.fault('gallery', new Error('broken'));
  await vi.waitFor(() => expect(two.quarantine.isStopped('gallery')).toBe(true));

  const three = await startProcess();
  expect(three.quarantine.status('gallery')).toMatchObject({
    state: 'stopped',
    stop: { reason: 'Error: broken', level: 1 },
  });

  two.quarantine.release('gallery');
  await vi.waitFor(() => {
    expect(one.quarantine.isStopped('gallery')).toBe(false);
    expect(three.quarantine.isStopped('gallery')).toBe(false);
  });
  const four = await startProcess();
  expect(four.quarantine.status('gallery').state).toBe('healthy');
});

test('what is still to be written is written at the end', async () => {
  const one = await startProcess();

  for (let index = 0; index < 11; index += 1) one.quarantine.fault('stats', new Error('broken'));
  await one.store.close();

  const two = await startProcess();
  expect(two.quarantine.isStopped('stats')).toBe(true);
});
