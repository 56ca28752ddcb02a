import { ChannelType, GatewayIntentBits } from 'discord.js';
import type { Guild } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RawShard } from './raw-shard.ts';
import { present, TestBot } from './test-bot.ts';

let bot: TestBot;
let guild: Guild;
beforeAll(async () => {
  const intents = [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildVoiceStates,
  ];
  bot = await TestBot.start({}, { intents });
  guild = present(bot.client.guilds.cache.first());
});
afterAll(() => bot[Symbol.asyncDispose]());

test('people enter, switch, move and leave, and the bot sees it', async () => {
  const second = bot.guild.addChannel({ name: 'second', type: ChannelType.GuildVoice });
  const { voice } = bot.as('bob');
  const entered = bot.next('voiceStateUpdate');
  await voice.join(bot.channelId('voice'), { selfMute: true });
  expect((await entered)[1]).toMatchObject({ channelId: bot.channelId('voice'), selfMute: true });
  const switched = bot.next('voiceStateUpdate');
  await voice.set({ selfMute: false, selfVideo: true });
  expect((await switched)[1]).toMatchObject({ selfMute: false, selfVideo: true });
  const moved = bot.next('voiceStateUpdate');
  await voice.join(second.id);
  expect((await moved)[0].channelId).toBe(bot.channelId('voice'));
  const left = bot.next('voiceStateUpdate');
  await voice.leave();
  expect((await left)[1].channelId).toBeNull();
});

test('the bot moves, mutes and disconnects those who are in voice, nobody else', async () => {
  const bob = await guild.members.fetch(bot.userId('bob'));
  await expect(bob.voice.setMute(true)).rejects.toMatchObject({ code: 40_032 });
  await bot.as('bob').voice.join(bot.channelId('voice'));
  const stage = bot.guild.addChannel({ name: 'moved', type: ChannelType.GuildVoice });

  const muted = bot.next('voiceStateUpdate');
  await bob.voice.setMute(true);
  expect((await muted)[1].serverMute).toBe(true);
  await bob.voice.setChannel(stage.id);
  expect((await bob.voice.fetch()).channelId).toBe(stage.id);
  const path = `/guilds/${guild.id}/members/${bob.id}` as const;
  const body = { channel_id: bot.channelId('general') };
  await expect(bot.client.rest.patch(path, { body })).rejects.toMatchObject({ code: 50_024 });
  await bob.voice.disconnect();

  await expect(bob.voice.fetch(true)).rejects.toMatchObject({ code: 10_065 });
  expect(bot.guild.auditLog.slice(-2).map((entry) => entry.action_type)).toEqual([26, 27]);
});

test('a full channel is entered only by those who may move members', async () => {
  const small = bot.guild.addChannel({ name: 'small', type: ChannelType.GuildVoice, user_limit: 1 });
  await bot.as('bob').voice.join(small.id);

  await expect(bot.as('mallory').voice.join(small.id)).rejects.toThrow('#small is full');
  await expect(bot.as('olivia').voice.join(small.id)).resolves.toBeUndefined();
  await expect(bot.as('bob').voice.join(bot.channelId('general'))).rejects.toThrow('not for voice');
});

test('a deleted channel and a member who leaves are out of voice', async () => {
  const brief = bot.guild.addChannel({ name: 'brief', type: ChannelType.GuildVoice });
  const entered = bot.next('voiceStateUpdate');
  await bot.as('newt').voice.join(brief.id);
  await entered;
  const gone = bot.next('voiceStateUpdate');
  await guild.channels.delete(brief.id);
  expect((await gone)[1].channelId).toBeNull();

  const back = bot.next('voiceStateUpdate');
  await bot.as('newt').voice.join(bot.channelId('voice'));
  await back;
  const left = bot.next('voiceStateUpdate');
  bot.guild.removeMember(bot.userId('newt'));
  expect((await left)[1].channelId).toBeNull();
});

test('on a stage the bot lets people speak', async () => {
  const stage = bot.guild.addChannel({ name: 'stage', type: ChannelType.GuildStageVoice });
  await bot.as('alice').voice.join(stage.id);
  const alice = await guild.members.fetch(bot.userId('alice'));
  expect((await alice.voice.fetch(true)).suppress).toBe(true);

  await alice.voice.setSuppressed(false);

  expect((await alice.voice.fetch(true)).suppress).toBe(false);
  await bot.as('alice').voice.join(bot.channelId('voice'));
  const path = `/guilds/${guild.id}/voice-states/${alice.id}` as const;
  await expect(
    bot.client.rest.patch(path, { body: { channel_id: stage.id, suppress: true } }),
  ).rejects.toMatchObject({ code: 50_024 });
});

test('the bot enters voice over the gateway, and those who come later see who is there', async () => {
  await using shard = await RawShard.connect(bot.sandbox);
  shard.identify({ intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildVoiceStates });
  await shard.event('GUILD_CREATE');

  const data = { guild_id: guild.id, channel_id: bot.channelId('voice'), self_mute: true, self_deaf: false };
  shard.send({ op: 4, d: data });

  expect(await shard.event('VOICE_SERVER_UPDATE')).toMatchObject({ d: { endpoint: null } });
  expect(await shard.event('VOICE_STATE_UPDATE')).toMatchObject({ d: { user_id: bot.client.user.id } });
  await using late = await RawShard.connect(bot.sandbox);
  late.identify({ intents: GatewayIntentBits.Guilds });
  const { d: created } = await late.event('GUILD_CREATE');
  expect(created).toMatchObject({
    voice_states: expect.arrayContaining([
      expect.objectContaining({ user_id: bot.client.user.id, self_mute: true }) as unknown,
    ]) as unknown,
  });
});
