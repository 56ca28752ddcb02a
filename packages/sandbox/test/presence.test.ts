import { ActivityType, GatewayIntentBits, PresenceUpdateStatus } from 'discord.js';
import { expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import { RawShard } from './raw-shard.ts';
import { present, TestBot } from './test-bot.ts';

const { Guilds, GuildMembers, GuildPresences, GuildMessageTyping } = GatewayIntentBits;

test('people come online, and the bot knows who is when it logs in', async () => {
  await using bot = await TestBot.start({}, { intents: [Guilds, GuildMembers, GuildPresences] });
  const updated = bot.next('presenceUpdate');

  await bot.as('bob').appear(PresenceUpdateStatus.DoNotDisturb);

  expect((await updated)[1]).toMatchObject({ status: 'dnd', userId: bot.userId('bob') });
  await using late = await RawShard.connect(bot.sandbox);
  late.identify({ intents: Guilds | GuildPresences });
  const { d: created } = await late.event('GUILD_CREATE');
  const { presences } = created as { presences: { user: { id: string } }[] };
  expect(presences.map(({ user }) => user.id)).toContain(bot.userId('bob'));
  await bot.as('bob').appear(PresenceUpdateStatus.Offline);
  await expect
    .poll(() => bot.client.guilds.cache.first()?.presences.cache.get(bot.userId('bob'))?.status)
    .toBe('offline');
});

test('without the intent presences stay unknown', async () => {
  await using bot = await TestBot.start();
  await bot.as('bob').appear(PresenceUpdateStatus.Online);
  await using shard = await RawShard.connect(bot.sandbox);

  shard.identify({ intents: Guilds });

  expect(await shard.event('GUILD_CREATE')).toMatchObject({ d: { presences: [] } });
});

test('the bot sets its own presence', async () => {
  await using bot = await TestBot.start({}, { intents: [Guilds, GuildPresences] });
  const updated = bot.next('presenceUpdate');

  bot.client.user.setPresence({
    status: 'idle',
    activities: [{ name: 'chess', type: ActivityType.Playing }],
  });

  const [, presence] = await updated;
  expect(presence).toMatchObject({ status: 'idle', userId: bot.client.user.id });
  expect(presence.activities[0]?.name).toBe('chess');
});

test('somebody who writes is seen writing', async () => {
  await using bot = await TestBot.start({}, { intents: [Guilds, GuildMessageTyping] });
  const typing = bot.next('typingStart');

  await bot.as('bob').type();

  expect((await typing)[0]).toMatchObject({
    channel: { id: bot.channelId() },
    user: { id: bot.userId('bob') },
  });
});

test('members are asked for by id, by name and all at once, as the intents allow', async () => {
  await using sandbox = await startSandbox();
  const guild = present(sandbox.guilds[0]);
  const bob = present(sandbox.user('bob'));
  const chunkOf = async (intents: number, request: object) => {
    await using shard = await RawShard.connect(sandbox);
    shard.identify({ intents });
    await shard.event('GUILD_CREATE');
    shard.send({ op: 8, d: { guild_id: guild.id, ...request } });
    shard.send({ op: 8, d: { guild_id: guild.id, user_ids: [], nonce: 'last' } });
    return (await shard.event('GUILD_MEMBERS_CHUNK')).d as {
      nonce?: string;
      members: { user: { username: string } }[];
      not_found?: string[];
      presences?: object[];
    };
  };

  const byId = await chunkOf(Guilds, { user_ids: [bob.id, '123456789012345678'], nonce: 'n' });
  expect(byId).toMatchObject({ nonce: 'n', not_found: ['123456789012345678'] });
  expect(byId.members.map(({ user }) => user.username)).toEqual(['bob']);
  const byName = await chunkOf(Guilds, { query: 'A', limit: 10 });
  expect(byName.members.map(({ user }) => user.username)).toEqual(['alice']);
  expect(byName.not_found).toBeUndefined();
  expect((await chunkOf(Guilds | GuildMembers, { query: '', limit: 0 })).members).toHaveLength(6);
  expect((await chunkOf(Guilds, { query: '', limit: 0 })).nonce).toBe('last');
  expect((await chunkOf(Guilds, { user_ids: bob.id, presences: true })).nonce).toBe('last');
  const shown = await chunkOf(Guilds | GuildPresences, {
    user_ids: bob.id,
    presences: true,
    nonce: 'x'.repeat(33),
  });
  expect(shown.presences).toEqual([]);
  expect(shown.nonce).toBeUndefined();
});
