import { once } from 'node:events';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { Client } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sparingIdentifyThrottler } from '../../src/client/sparing-identify-throttler.ts';
import { silentLogger } from '../silent-logger.ts';

let sandbox: Sandbox;
let client: Client;
let warnings: string[];
beforeEach(async () => {
  sandbox = await startSandbox();
  warnings = [];
  client = new Client({
    intents: [],
    rest: { api: sandbox.apiUrl },
    ws: {
      buildIdentifyThrottler: sparingIdentifyThrottler({
        logger: { ...silentLogger, warn: (text: unknown) => warnings.push(String(text)) },
      }),
    },
  });
});
afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

/** How long the bot takes to be there, in milliseconds. */
async function logIn(): Promise<number> {
  const startedAt = performance.now();
  const ready = once(client, 'clientReady');
  await client.login(sandbox.token);
  await ready;
  return performance.now() - startedAt;
}

test('identifies at once with plenty of sessions left', async () => {
  expect(await logIn()).toBeLessThan(2_500);
  expect(warnings).toEqual([]);
});

test('waits for the sessions of the next day when none is left', async () => {
  sandbox.faults.limitSessionStarts({ remaining: 1, resetAfterMs: 9_000 });
  await logIn();
  const identified = once(client, 'shardReady', { signal: AbortSignal.timeout(30_000) });

  sandbox.faults.invalidateSession(false);
  await identified;

  const [first, second] = sandbox.logins.filter(({ kind }) => kind === 'identify');
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(8_500);
  expect(warnings).toEqual([expect.stringMatching(/^Shard 0 waits \d s before it identifies/)]);
}, 45_000);

test('spreads what is left over the rest of the day', async () => {
  sandbox.faults.limitSessionStarts({ remaining: 3, resetAfterMs: 30_000 });
  await logIn();
  const identified = once(client, 'shardReady', { signal: AbortSignal.timeout(30_000) });

  sandbox.faults.invalidateSession(false);
  await identified;

  const [first, second] = sandbox.logins.filter(({ kind }) => kind === 'identify');
  // 2 are left for 30 s; discord.js alone would take 5 s.
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(12_000);
}, 45_000);
