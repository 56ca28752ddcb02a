import { once } from 'node:events';
import { Client, GatewayCloseCodes, GatewayIntentBits } from 'discord.js';
import { expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import { RawShard } from './raw-shard.ts';
import { logIn, TestBot } from './test-bot.ts';

test('a dropped client resumes and receives what it missed, once', async () => {
  await using bot = await TestBot.start();
  const received: string[] = [];
  bot.client.on('messageCreate', (message) => received.push(message.content));
  await bot.as('bob').send('before');
  const resumed = bot.next('shardResume');

  bot.sandbox.faults.dropGateway();
  await bot.as('bob').send('missed');
  await resumed;
  await bot.as('bob').send('after');
  await expect.poll(() => received.length).toBe(3);

  expect(received).toEqual(['before', 'missed', 'after']);
  expect(bot.sandbox.dispatched.get('READY')).toBeUndefined();
});

test('a reconnect that Discord asks for is a resume', async () => {
  await using bot = await TestBot.start();
  const resumed = bot.next('shardResume');

  bot.sandbox.faults.requestReconnect();

  await expect(resumed).resolves.toBeDefined();
});

test('after an invalid session the client identifies anew and works', async () => {
  await using bot = await TestBot.start();
  const ready = bot.next('shardReady');

  bot.sandbox.faults.invalidateSession(false);
  await ready;
  const message = bot.next('messageCreate');
  await bot.as('bob').send('hello');

  expect((await message)[0].content).toBe('hello');
}, 15_000);

test('an invalid session that can be resumed is, on the same connection', async () => {
  await using bot = await TestBot.start();
  const resumed = bot.next('shardResume');
  const message = bot.next('messageCreate');

  bot.sandbox.faults.invalidateSession(true);
  await bot.as('bob').send('missed');
  await resumed;

  expect((await message)[0].content).toBe('missed');
  expect(bot.sandbox.logins.map(({ kind }) => kind)).toEqual(['connect', 'identify', 'resume']);
});

test('a wrong token is refused by REST and by the gateway', async () => {
  await using sandbox = await startSandbox();
  const client = new Client({ intents: [], rest: { api: sandbox.apiUrl } });

  await expect(client.login('wrong.token.here')).rejects.toMatchObject({ code: 'TokenInvalid' });
  await using shard = await RawShard.connect(sandbox);
  shard.identify({ token: 'wrong' });
  expect(await shard.closed).toBe(GatewayCloseCodes.AuthenticationFailed);
});

test('an event can come twice, or late', async () => {
  await using bot = await TestBot.start();
  const received: string[] = [];
  bot.client.on('guildBanAdd', (ban) => received.push(ban.user.username));
  bot.client.on('messageCreate', (message) => received.push(message.content));
  bot.sandbox.faults.duplicateNext('GUILD_BAN_ADD');
  await bot.as('alice').moderation.ban(bot.userId('mallory'));
  bot.sandbox.faults.delayNext('MESSAGE_CREATE', 100);
  await bot.as('bob').send('late');
  await bot.as('bob').send('in time');

  await expect.poll(() => received).toEqual(['mallory', 'mallory', 'in time', 'late']);
});

test('intents decide which events arrive', async () => {
  await using sandbox = await startSandbox();
  await using shard = await RawShard.connect(sandbox);
  shard.identify({ intents: GatewayIntentBits.Guilds });
  await shard.event('GUILD_CREATE');
  const [guild] = sandbox.guilds;
  const stranger = sandbox.createUser({ username: 'stranger' });

  guild?.addMember(stranger.id);
  guild?.addRole({ name: 'Seen' });
  await shard.event('GUILD_ROLE_CREATE');

  expect(shard.names).not.toContain('GUILD_MEMBER_ADD');
});

test('without the content intent words of others arrive empty', async () => {
  await using bot = await TestBot.start(
    {},
    { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] },
  );
  const hidden = bot.next('messageCreate');
  await bot.as('bob').send('private words');
  expect((await hidden)[0].content).toBe('');

  const mention = bot.next('messageCreate');
  await bot.as('bob').send(`<@${bot.client.user.id}> hello`);
  expect((await mention)[0].content).toContain('hello');
});

test('a privileged intent that is switched off closes with 4014', async () => {
  await using sandbox = await startSandbox();
  sandbox.setPrivilegedIntents(0);
  await using shard = await RawShard.connect(sandbox);

  shard.identify({ intents: GatewayIntentBits.MessageContent });

  expect(await shard.closed).toBe(GatewayCloseCodes.DisallowedIntents);
});

test('bits that are no intents close with 4013, an impossible shard with 4010', async () => {
  await using sandbox = await startSandbox();
  await using wrongIntents = await RawShard.connect(sandbox);
  await using wrongShard = await RawShard.connect(sandbox);

  wrongIntents.identify({ intents: 1 << 30 });
  wrongShard.identify({ shard: [2, 2] });

  expect(await wrongIntents.closed).toBe(GatewayCloseCodes.InvalidIntents);
  expect(await wrongShard.closed).toBe(GatewayCloseCodes.InvalidShard);
});

test('requests before IDENTIFY, broken payloads and unknown opcodes close the connection', async () => {
  await using sandbox = await startSandbox();
  await using early = await RawShard.connect(sandbox);
  await using broken = await RawShard.connect(sandbox);
  await using unknown = await RawShard.connect(sandbox);

  early.send({ op: 8, d: {} });
  broken.sendText('not json');
  unknown.send({ op: 99, d: null });

  expect(await early.closed).toBe(GatewayCloseCodes.NotAuthenticated);
  expect(await broken.closed).toBe(GatewayCloseCodes.DecodeError);
  expect(await unknown.closed).toBe(GatewayCloseCodes.UnknownOpcode);
});

test('more shards than allowed at a time are told to try again', async () => {
  await using sandbox = await startSandbox({ maxConcurrency: 1 });
  await using first = await RawShard.connect(sandbox);
  await using second = await RawShard.connect(sandbox);

  first.identify({});
  await first.event('READY');
  second.identify({});

  expect(await second.opcode(9)).toMatchObject({ d: false });
});

test('a client that sends no heartbeats is closed', async () => {
  await using sandbox = await startSandbox({ heartbeatIntervalMs: 50 });
  await using shard = await RawShard.connect(sandbox);

  expect(await shard.closed).toBe(GatewayCloseCodes.SessionTimedOut);
});

test('a client whose heartbeats are not answered reconnects and resumes', async () => {
  await using bot = await TestBot.start({ heartbeatIntervalMs: 300 });
  bot.sandbox.faults.ignoreHeartbeats(true);
  await bot.next('shardReconnecting');
  const resumed = bot.next('shardResume');
  bot.sandbox.faults.ignoreHeartbeats(false);

  await expect(resumed).resolves.toBeDefined();
});

test('guilds are spread over shards by their ids', async () => {
  await using sandbox = await startSandbox({ scene: 'empty' });
  const ids = Array.from({ length: 8 }, (_, index) => sandbox.createGuild({ name: `Guild ${index}` }).id);
  const client = await logIn(sandbox, { shardCount: 2 });

  expect(client.guilds.cache.size).toBe(8);
  for (const id of ids) {
    expect(client.guilds.cache.get(id)?.shardId).toBe(Number((BigInt(id) >> 22n) % 2n));
  }
  await client.destroy();
});

test('members are sent in chunks on request', async () => {
  await using bot = await TestBot.start();
  const guild = bot.client.guilds.cache.first();
  for (let index = 0; index < 1_100; index++) {
    bot.guild.addMember(bot.sandbox.createUser({ username: `extra${index}` }).id);
  }

  const all = await guild?.members.fetch();
  const some = await guild?.members.fetch({ query: 'extra1', limit: 5 });

  expect(all?.size).toBe(bot.guild.members.length);
  expect(some?.size).toBe(5);
  expect(bot.sandbox.dispatched.get('GUILD_MEMBERS_CHUNK')).toBeUndefined();
});

test('a guild that is made while the bot is there arrives, and leaves with the bot', async () => {
  await using bot = await TestBot.start();
  const created = bot.next('guildCreate');
  const guild = bot.sandbox.createGuild({ name: 'Second' });
  expect((await created)[0].name).toBe('Second');
  const gone = bot.next('guildDelete');

  guild.removeBot();

  expect((await gone)[0].id).toBe(guild.id);
  await expect(bot.client.guilds.fetch(guild.id)).rejects.toMatchObject({ code: 10_004 });
});

test('ten thousand guilds are logged in to', async () => {
  await using sandbox = await startSandbox({ scene: 'empty' });
  for (let index = 0; index < 10_000; index++) sandbox.createGuild({ name: `Guild ${index}` });

  const client = await logIn(sandbox);

  expect(client.guilds.cache.size).toBe(10_000);
  expect(client.guilds.cache.every((guild) => guild.available)).toBe(true);
  await client.destroy();
});

test('closing ends connections at once and frees the port', async () => {
  const sandbox = await startSandbox();
  await using shard = await RawShard.connect(sandbox);

  await sandbox.close();

  await shard.closed;
  const second = await startSandbox({ port: Number(new URL(sandbox.url).port) });
  expect(second.url).toBe(sandbox.url);
  await second.close();
});

test('a port that is taken is an error to the one who starts', async () => {
  await using first = await startSandbox();

  await expect(startSandbox({ port: Number(new URL(first.url).port) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

test('it listens on the loopback address only', async () => {
  await using sandbox = await startSandbox();

  expect(new URL(sandbox.url).hostname).toBe('127.0.0.1');
  const server = await import('node:net').then(({ connect }) =>
    connect({ host: '127.0.0.2', port: Number(new URL(sandbox.url).port) }),
  );
  const [error] = (await once(server, 'error')) as [NodeJS.ErrnoException];
  expect(error.code).toBe('ECONNREFUSED');
});

test('of the shards that share a rate limit key, one may identify in five seconds', async () => {
  await using sandbox = await startSandbox({ maxConcurrency: 2 });
  await using first = await RawShard.connect(sandbox);
  await using otherKey = await RawShard.connect(sandbox);
  await using sameKey = await RawShard.connect(sandbox);

  first.identify({ shard: [0, 4] });
  await first.event('READY');
  sameKey.identify({ shard: [2, 4] });
  expect(await sameKey.opcode(9)).toMatchObject({ d: false });
  otherKey.identify({ shard: [1, 4] });

  await otherKey.event('READY');
});
