import { once } from 'node:events';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { Client, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { steadyStrategy } from '../../src/client/steady-shards.ts';

const HEARTBEAT_MS = 500;

let sandbox: Sandbox;
let client: Client;
beforeEach(async () => {
  sandbox = await startSandbox({ heartbeatIntervalMs: HEARTBEAT_MS });
  client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: sandbox.apiUrl },
    ws: { buildStrategy: steadyStrategy },
  });
  const ready = once(client, 'clientReady');
  await client.login(sandbox.token);
  await ready;
});
afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

const count = (wanted: string): number => sandbox.logins.filter(({ kind }) => kind === wanted).length;

test('goes on soon after a connection that nobody is behind any more', async () => {
  const resumed = once(client, 'shardResume', { signal: AbortSignal.timeout(10_000) });

  sandbox.faults.freezeGateway();

  await expect(resumed).resolves.toBeDefined();
  expect(count('identify')).toBe(1);
}, 20_000);

test('tries ever more seldom while the gateway refuses, and goes on when it does not', async () => {
  sandbox.faults.refuseGateway(true);
  sandbox.faults.dropGateway();
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  // discord.js alone tries twice a second.
  expect(count('connect')).toBeLessThanOrEqual(6);
  const resumed = once(client, 'shardResume', { signal: AbortSignal.timeout(15_000) });

  sandbox.faults.refuseGateway(false);

  await expect(resumed).resolves.toBeDefined();
  expect(count('identify')).toBe(1);
}, 30_000);

test('tries at once after each connection that stood', async () => {
  for (let time = 0; time < 3; time += 1) {
    const resumed = once(client, 'shardResume', { signal: AbortSignal.timeout(3_000) });
    sandbox.faults.dropGateway();
    await resumed;
  }

  expect(count('resume')).toBe(3);
}, 15_000);
