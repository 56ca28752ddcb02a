import { Listener } from '@sapphire/framework';
import { container } from '@sapphire/pieces';
import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits, type Message } from 'discord.js';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Bench, benchGuild, startBench } from '../start-bench.ts';

const heard: string[] = [];

class FirstMessage extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageCreate', once: true });
  }
  override run(message: Message): void {
    heard.push(`once ${message.content}`);
  }
}

class EveryMessage extends Listener {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: 'messageCreate' });
  }
  override run(message: Message): void {
    heard.push(`every ${message.content}`);
    if (message.content === 'break') throw new Error('a listener failed');
  }
}

const first = definePlugin({
  id: 'first',
  title: 'First',
  description: 'Waits for one message.',
  intents: [GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent],
  pieces: { listeners: { first: FirstMessage } },
});
const every = definePlugin({
  id: 'every',
  title: 'Every',
  description: 'Hears all.',
  pieces: { listeners: { every: EveryMessage } },
});

let bench: Bench;
beforeAll(async () => {
  bench = await startBench([first, every]);
});
afterAll(() => bench[Symbol.asyncDispose]());

test('a listener for one event waits for the first that its plugin may hear', async () => {
  const off = await benchGuild(bench, ['every']);
  const on = await benchGuild(bench, ['every', 'first']);

  await off.member.send('a');
  await vi.waitFor(() => expect(heard).toContain('every a'));
  await on.member.send('b');
  await on.member.send('c');
  await vi.waitFor(() => expect(heard).toContain('every c'));

  expect(heard.filter((line) => line.startsWith('once'))).toEqual(['once b']);
  await vi.waitFor(() => expect(container.stores.get('listeners').has('first/first')).toBe(false));
});

test('a listener that fails goes on hearing, and its error is recorded with its guild', async () => {
  const { guild, member } = await benchGuild(bench, ['every']);

  await member.send('break');
  await member.send('after');

  await vi.waitFor(() => expect(heard).toContain('every after'));
  await vi.waitFor(async () => {
    const rows = await bench.database.handle.db
      .selectFrom('core.error_logs')
      .select(['message', 'command', 'pluginId'])
      .where('guildId', '=', guild.id)
      .execute();
    expect(rows).toEqual([{ message: 'a listener failed', command: 'every/every', pluginId: 'every' }]);
  }, 5_000);
});
