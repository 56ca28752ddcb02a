import { definePlugin } from '@twi/sdk';
import { ChannelType, GatewayIntentBits, type Guild, type Message } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, startBench } from '../start-bench.ts';

const WAIT = { timeout: 5_000 };

let bench: Bench;
let guildId: string;
let channelId: string;
beforeAll(async () => {
  const intents = [GatewayIntentBits.GuildMembers, GatewayIntentBits.GuildVoiceStates];
  bench = await startBench([
    definePlugin({ id: 'people', title: 'People', description: 'Hears of people.', intents }),
  ]);
  const guild = bench.sandbox.createGuild({ name: 'Small' });
  guildId = guild.id;
  channelId = guild.addChannel({ name: 'general' }).id;
});
afterAll(() => bench[Symbol.asyncDispose]());

const guildOf = (): Guild => bench.host.client.guilds.cache.get(guildId)!;

function join(username: string, roleIds: readonly string[] = []): string {
  const { id } = bench.sandbox.createUser({ username });
  bench.sandbox.guild(guildId)?.addMember(id, { roleIds });
  return id;
}

test('knows itself and who is in a voice channel from the start, and nobody else', async () => {
  const guild = bench.sandbox.createGuild({ name: 'With voice' });
  guild.removeBot();
  const { id } = guild.addChannel({ name: 'Talk', type: ChannelType.GuildVoice });
  const [speaker, reader] = ['speaker', 'reader'].map(
    (username) => bench.sandbox.createUser({ username }).id,
  );
  for (const userId of [speaker!, reader!]) guild.addMember(userId);
  await bench.sandbox.as(speaker!, { channelId: id }).voice.join(id);
  guild.addBot();

  const known = (): Guild | undefined => bench.host.client.guilds.cache.get(guild.id);
  await expect.poll(() => known()?.available, WAIT).toBe(true);
  expect([...known()!.members.cache.keys()]).toEqual([bench.host.client.user?.id, speaker]);
  expect(known()!.members.me?.id).toBe(bench.host.client.user?.id);
  expect(known()!.voiceStates.cache.get(speaker!)?.member?.user.username).toBe('speaker');
});

test('knows who wrote a message, with their roles, and keeps no message', async () => {
  const role = bench.sandbox.guild(guildId)!.addRole({ name: 'Artist' });
  const id = join('painter', [role.id]);
  const heard: Message[] = [];
  bench.host.client.on('messageCreate', (message) => heard.push(message));
  await bench.sandbox.as(id, { channelId }).send('Hello');

  await expect.poll(() => heard[0]?.member?.roles.cache.has(role.id), WAIT).toBe(true);
  expect(heard[0]?.author).toBe(heard[0]?.member?.user);
  expect(heard[0]?.channel.messages.cache.size).toBe(0);
});

test('tells what changed of a member whom it heard of', async () => {
  const id = join('changing');
  const changes: (readonly (string | null)[])[] = [];
  bench.host.client.on('guildMemberUpdate', (before, after) => {
    changes.push([before.nickname, after.nickname]);
  });
  const member = await guildOf().members.fetch(id);
  await member.setNickname('First');
  await member.setNickname('Second');

  await expect.poll(() => changes, WAIT).toContainEqual(['First', 'Second']);
});

test('says who left, whether or not it heard of them before', async () => {
  const id = join('leaving');
  const left: string[] = [];
  bench.host.client.on('guildMemberRemove', ({ user }) => {
    left.push(user.username);
  });
  bench.sandbox.guild(guildId)?.removeMember(id);

  await expect.poll(() => left, WAIT).toEqual(['leaving']);
  expect(guildOf().members.cache.has(id)).toBe(false);
});
