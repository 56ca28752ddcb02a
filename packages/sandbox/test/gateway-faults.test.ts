import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import type { Sandbox } from '../src/index.ts';
import { RawShard } from './raw-shard.ts';
import { TestBot } from './test-bot.ts';

const kinds = (sandbox: Sandbox): string[] => sandbox.logins.map(({ kind }) => kind);

test('a half-open connection stands, but nothing passes', async () => {
  await using sandbox = await startSandbox();
  await using shard = await RawShard.connect(sandbox);
  shard.identify({});
  await shard.event('READY');

  sandbox.faults.freezeGateway();
  shard.send({ op: 1, d: null });
  shard.send({ op: 99, d: null });
  const closed = await Promise.race([shard.closed, sleep(300, 'still open')]);

  expect(closed).toBe('still open');
  await expect(shard.opcode(11)).rejects.toThrow(/./);
}, 15_000);

test('after a half-open connection the session goes on where the client left it', async () => {
  await using bot = await TestBot.start({ heartbeatIntervalMs: 400 });
  const resumed = bot.next('shardResume');
  const message = bot.next('messageCreate');
  const debug: string[] = [];
  bot.client.on('debug', (text) => debug.push(text));

  bot.sandbox.faults.freezeGateway();
  await bot.as('bob').send('missed');
  // discord.js waits 30 seconds for the closing handshake; a socket that is gone needs none.
  await expect.poll(() => debug.join(), { timeout: 5_000 }).toContain('Zombie connection');
  bot.sandbox.faults.dropGateway();
  await resumed;

  expect((await message)[0].content).toBe('missed');
  expect(kinds(bot.sandbox)).toEqual(['connect', 'identify', 'connect', 'resume']);
}, 20_000);

test('a gateway can refuse whoever comes, for a while', async () => {
  await using bot = await TestBot.start();
  const resumed = bot.next('shardResume');
  bot.sandbox.faults.refuseGateway(true);
  bot.sandbox.faults.dropGateway();
  await expect.poll(() => bot.sandbox.logins.length, { timeout: 5_000 }).toBeGreaterThan(3);

  bot.sandbox.faults.refuseGateway(false);

  await expect(resumed).resolves.toBeDefined();
}, 15_000);

test('HELLO and READY can be late', async () => {
  await using sandbox = await startSandbox();
  sandbox.faults.slowGateway({ helloMs: 200, loginMs: 300 });
  const startedAt = performance.now();
  await using shard = await RawShard.connect(sandbox);
  await shard.opcode(10);
  const helloAfterMs = performance.now() - startedAt;
  shard.identify({});
  await shard.event('READY');

  expect(helloAfterMs).toBeGreaterThanOrEqual(190);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(490);
});

test('all events can come twice', async () => {
  await using bot = await TestBot.start();
  const received: string[] = [];
  bot.client.on('guildBanAdd', (ban) => received.push(ban.user.username));
  bot.sandbox.faults.duplicateEvents(1);
  await bot.as('alice').moderation.ban(bot.userId('mallory'));
  await expect.poll(() => received).toEqual(['mallory', 'mallory']);
  bot.sandbox.faults.duplicateEvents(0);

  await bot.as('alice').moderation.ban(bot.userId('bob'));

  await expect.poll(() => received).toContain('bob');
  expect(received).toEqual(['mallory', 'mallory', 'bob']);
});

test('events can come in another order', async () => {
  await using bot = await TestBot.start();
  const received: string[] = [];
  bot.client.on('messageCreate', (message) => received.push(message.content));
  bot.sandbox.faults.reorderEvents(100);
  for (const content of ['one', 'two', 'three']) await bot.as('bob').send(content);
  await expect.poll(() => received).toEqual(['three', 'two', 'one']);

  bot.sandbox.faults.clear();
  await bot.as('bob').send('four');

  await expect.poll(() => received).toEqual(['three', 'two', 'one', 'four']);
});

test('a guild can be out and come back', async () => {
  await using bot = await TestBot.start();
  const received: string[] = [];
  bot.client.on('messageCreate', (message) => received.push(message.content));
  const unavailable = bot.next('guildUnavailable');
  const available = bot.next('guildAvailable');

  bot.sandbox.faults.guildOutage(bot.guild.id, true);
  await unavailable;
  await bot.as('bob').send('nobody hears that');
  bot.sandbox.faults.guildOutage(bot.guild.id, false);
  await available;
  await bot.as('bob').send('heard');

  await expect.poll(() => received).toEqual(['heard']);
});

test('what starts more sessions than are left is refused, and can read how many are', async () => {
  await using sandbox = await startSandbox();
  sandbox.faults.limitSessionStarts({ remaining: 1, resetAfterMs: 60_000 });
  await using first = await RawShard.connect(sandbox);
  await using second = await RawShard.connect(sandbox);
  first.identify({});
  await first.event('READY');
  second.identify({});

  expect(await second.opcode(9)).toMatchObject({ d: false });
  const answer = await fetch(`${sandbox.apiUrl}/v10/gateway/bot`, {
    headers: { authorization: `Bot ${sandbox.token}` },
  });
  expect(await answer.json()).toMatchObject({ session_start_limit: { total: 1_000, remaining: 0 } });
});
