import { setTimeout as sleep } from 'node:timers/promises';
import { Events } from '@sapphire/framework';
import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits, type Message } from 'discord.js';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, type BenchGuild, startBench } from '../start-bench.ts';

const reader = definePlugin({
  id: 'reader',
  title: 'Reader',
  description: 'Reads what people write.',
  intents: [GatewayIntentBits.MessageContent],
});

/** What a message sets in motion beside being looked at. */
const SETTLE_MS = 50;

let bench: Bench;
let place: BenchGuild;
const looked: string[] = [];
const came: string[] = [];

/** Notes what people wrote; the bot's own is passed over. */
function note(list: string[]): (message: Message) => void {
  return ({ author, content }) => {
    if (!author.bot) list.push(content);
  };
}

beforeAll(async () => {
  bench = await startBench([reader]);
  place = await benchGuild(bench, []);
  bench.host.client.on(Events.PreMessageParsed, note(looked));
  bench.host.client.on(Events.MessageCreate, note(came));
  // Nobody knows the prefix before it was first asked for.
  await vi.waitFor(async () => {
    looked.length = 0;
    await place.member.send('hello');
    await sleep(SETTLE_MS);
    if (looked.length > 0) throw new Error('The prefix is not known yet.');
  });
});
beforeEach(() => {
  looked.length = 0;
  came.length = 0;
});
afterAll(() => bench[Symbol.asyncDispose]());

async function send(...texts: readonly string[]): Promise<void> {
  for (const text of texts) await place.member.send(text);
  await vi.waitFor(() => expect(came).toEqual(texts));
  await sleep(SETTLE_MS);
}

test('a message that begins neither with the prefix nor with a mention is not looked at', async () => {
  await send('hello', 'see <@1>');
  expect(looked).toEqual([]);
});

test('a mention at the beginning is looked at', async () => {
  const mention = `<@${bench.sandbox.bot.id}> ping`;
  await send(mention);
  expect(looked).toEqual([mention]);
});

test('whoever listens to messages that are no commands hears of them', async () => {
  const heard: string[] = [];
  const hear = ({ content }: { readonly content: string }): void => void heard.push(content);
  bench.host.client.on(Events.NonPrefixedMessage, hear);

  await send('hello again');

  await vi.waitFor(() => expect(heard).toEqual(['hello again']));
  bench.host.client.off(Events.NonPrefixedMessage, hear);
});
