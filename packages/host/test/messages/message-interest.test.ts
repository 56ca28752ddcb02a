import { Listener } from '@sapphire/framework';
import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits, type Message } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

const heard: string[] = [];

class Hear extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageCreate' });
  }
  override run({ content }: Message): void {
    heard.push(content);
  }
}

const ears = definePlugin({
  id: 'ears',
  title: 'Ears',
  description: 'Hears all.',
  intents: [GatewayIntentBits.MessageContent],
  pieces: { listeners: { hear: Hear } },
});

let bench: Bench;
let off: BenchGuild;
beforeAll(async () => {
  bench = await startBench([ears]);
  off = await benchGuild(bench, []);
});
beforeEach(() => {
  heard.length = 0;
});
afterAll(() => bench[Symbol.asyncDispose]());

function lastMessageId(): string | null | undefined {
  const channel = bench.host.client.channels.cache.get(off.channelId);
  return channel?.isTextBased() ? channel.lastMessageId : undefined;
}

async function closed(): Promise<number> {
  const metrics = await (await fetch(`http://127.0.0.1:${bench.host.httpPort}/metrics`)).text();
  return Number(
    /twi_gate_decisions_total\{plugin="ears",decision="disabled"\} (?<count>\d+)/.exec(metrics)?.[1],
  );
}

test('where no plugin is on, a message is noted at its channel all the same', async () => {
  const { id } = await off.member.send('hello');

  await expect.poll(lastMessageId).toBe(id);
  expect(heard).toEqual([]);
});

test('a plugin hears messages from the moment at which it is switched on, to that at which it is switched off', async () => {
  await off.member.send('before');
  await bench.host.enablement.enable(off.guild.id, ['ears'], undefined);
  await off.member.send('while');
  await vi.waitFor(() => expect(heard).toEqual(['while']));
  await bench.host.enablement.disable(off.guild.id, ['ears'], undefined);
  const { id } = await off.member.send('after');

  await expect.poll(lastMessageId).toBe(id);
  expect(heard).toEqual(['while']);
});

test('whoever waits for a message where no plugin is on gets it', async () => {
  const channel = bench.host.client.channels.cache.get(off.channelId);
  if (!channel?.isSendable()) throw new Error('There is no such channel.');
  const awaited = channel.awaitMessages({ max: 1, time: 5_000, filter: ({ content }) => content === 'this' });
  await off.member.send('that');
  await off.member.send('this');

  expect((await awaited).map(({ content, embeds }) => [content, embeds])).toEqual([['this', []]]);
});

test('the gate’s decisions are counted where no plugin is on, too', async () => {
  const before = await closed();
  const { id } = await off.member.send('hello');
  await expect.poll(lastMessageId).toBe(id);

  expect(await closed()).toBe(before + 1);
});
