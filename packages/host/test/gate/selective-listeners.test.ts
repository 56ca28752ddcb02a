import { Listener } from '@sapphire/framework';
import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits, type Message } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

const asked: string[] = [];
const heard: string[] = [];

class Picky extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageCreate' });
  }
  isFor({ content }: Message): boolean {
    asked.push(content);
    if (content === 'break') throw new Error('asking failed');
    return content.startsWith('art');
  }
  override run({ content }: Message): void {
    heard.push(content);
  }
}

class PickyOnce extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageCreate', once: true });
  }
  isFor({ content }: Message): boolean {
    return content.startsWith('art');
  }
  override run({ content }: Message): void {
    heard.push(`once ${content}`);
  }
}

const picky = definePlugin({
  id: 'picky',
  title: 'Picky',
  description: 'Hears of art.',
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  pieces: { listeners: { picky: Picky, 'picky-once': PickyOnce } },
});

let bench: Bench;
let on: BenchGuild;
beforeAll(async () => {
  bench = await startBench([picky]);
  on = await benchGuild(bench, ['picky']);
});
beforeEach(() => {
  asked.length = 0;
  heard.length = 0;
});
afterAll(() => bench[Symbol.asyncDispose]());

test('a listener hears what it says is for it, and one that waits for a single event waits for such a one', async () => {
  for (const text of ['no', 'art a', 'no more', 'art b']) await on.member.send(text);

  await vi.waitFor(() => expect(heard).toContain('art b'));
  expect(asked).toEqual(['no', 'art a', 'no more', 'art b']);
  expect(heard).toEqual(['art a', 'once art a', 'art b']);
});

test('a listener is not asked where its plugin is off', async () => {
  const off = await benchGuild(bench, []);
  await off.member.send('art elsewhere');
  await on.member.send('art here');

  await vi.waitFor(() => expect(heard).toEqual(['art here']));
  expect(asked).toEqual(['art here']);
});

test('when asking fails, that is an error of the listener', async () => {
  await on.member.send('break');

  await vi.waitFor(() => expect(bench.lines.join('\n')).toContain('asking failed'));
  expect(bench.lines.find((line) => line.includes('asking failed'))).toContain('picky');
  expect(heard).toEqual([]);
});
