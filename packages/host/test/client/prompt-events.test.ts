import { once } from 'node:events';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { Client, GatewayDispatchEvents, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { steadyStrategy } from '../../src/client/steady-shards.ts';

const { Guilds, GuildMessages, MessageContent } = GatewayIntentBits;

/** What connects the shards. */
interface Strategy {
  readonly shards: ReadonlyMap<number, { onMessage(data: string, isBinary: boolean): Promise<void> }>;
}

let sandbox: Sandbox;
let client: Client;
let received: string[];
beforeEach(async () => {
  received = [];
  sandbox = await startSandbox();
  client = new Client({
    intents: [Guilds, GuildMessages, MessageContent],
    rest: { api: sandbox.apiUrl },
    ws: { buildStrategy: steadyStrategy },
  });
  client.on('messageCreate', ({ content }) => received.push(content));
  const ready = once(client, 'clientReady');
  await client.login(sandbox.token);
  await ready;
});
afterEach(async () => {
  await client.destroy();
  await sandbox.close();
});

const sequence = (): number | undefined => Reflect.get(client.ws.shards.first()!, 'sessionInfo')?.sequence;

async function write(...texts: readonly string[]): Promise<void> {
  const channelId = sandbox.guilds[0]!.channel('general')!.id;
  for (const text of texts) await sandbox.as(sandbox.user('bob')!.id, { channelId }).send(text);
}

test('events come in their order, and the session knows how far it is', async () => {
  const before = sequence()!;
  await write('a', 'b', 'c');

  await expect.poll(() => received).toEqual(['a', 'b', 'c']);
  expect(sequence()).toBe(before + 3);
});

test('an event is handed on in the moment in which it is read', () => {
  const heard: unknown[] = [];
  client.ws.on(GatewayDispatchEvents.IntegrationUpdate, (data) => heard.push(data));
  const { strategy } = Reflect.get(client.ws, '_ws') as { readonly strategy: Strategy };
  const event = { op: 0, t: GatewayDispatchEvents.IntegrationUpdate, s: sequence()! + 1, d: { id: '1' } };
  void strategy.shards.get(0)?.onMessage(JSON.stringify(event), false);

  expect(heard).toEqual([{ id: '1' }]);
});

test('nothing is lost and nothing comes twice when the connection is lost', async () => {
  await write('before');
  await expect.poll(() => received).toEqual(['before']);
  const resumed = once(client, 'shardResume', { signal: AbortSignal.timeout(10_000) });
  sandbox.faults.dropGateway();
  await write('meanwhile');
  await resumed;
  await write('after');

  await expect.poll(() => received).toEqual(['before', 'meanwhile', 'after']);
}, 20_000);

test('a listener that throws keeps no other event from coming', async () => {
  const errors: unknown[] = [];
  const note = (error: unknown): void => void errors.push(error);
  const vitestListeners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
  client.on('messageCreate', ({ content }) => {
    if (content === 'break') throw new Error('a listener failed');
  });
  await write('break', 'next');

  await expect.poll(() => received).toEqual(['break', 'next']);
  await expect.poll(() => errors).toEqual([new Error('a listener failed')]);
  process.off('unhandledRejection', note);
  for (const listener of vitestListeners) process.on('unhandledRejection', listener);
});
