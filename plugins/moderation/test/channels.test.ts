import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { newScene, takeFromBot } from './scene.ts';

const { SendMessages, ViewChannel, AddReactions, ManageMessages } = PermissionFlagsBits;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

async function channelOf(guild: TestGuild) {
  const channel = await (
    await bot.host.client.guilds.fetch(guild.id)
  ).channels.fetch(guild.channelId, { force: true });
  if (!channel || !('permissionOverwrites' in channel) || !('rateLimitPerUser' in channel))
    throw new Error('There is no such channel.');
  return channel;
}

async function overwritesOf(guild: TestGuild): Promise<Record<string, [allow: bigint, deny: bigint]>> {
  const { permissionOverwrites } = await channelOf(guild);
  return Object.fromEntries(
    permissionOverwrites.cache.map(({ id, allow, deny }) => [id, [allow.bitfield, deny.bitfield]]),
  );
}

test('keeps people from writing, and unlocking leaves no trace', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('lock', { reason: 'Raid' });

  expect(reply.text).toBe(`Locked <#${guild.channelId}>.`);
  await expect(mallory.send('Hello?')).rejects.toThrow(/permission|Missing/i);
  await expect(alice.slash('unlock')).resolves.toMatchObject({ text: `Unlocked <#${guild.channelId}>.` });
  expect(await overwritesOf(guild)).toEqual({});
  await mallory.send('Hello!');
});

test('leaves the bot itself its voice', async () => {
  const { guild, alice } = await newScene(bot);

  await alice.slash('lock');

  const channel = await channelOf(guild);
  expect(channel.permissionsFor(channel.client.user)?.has('SendMessages')).toBe(true);
});

test('restores the exact overwrites, also after a restart', { timeout: 30_000 }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const writers = guild.sandbox.addRole({ name: 'writers' });
  const channel = await channelOf(guild);
  await channel.permissionOverwrites.set([
    { id: guild.id, allow: [AddReactions], deny: [SendMessages, ManageMessages] },
    { id: writers.id, allow: [SendMessages, ViewChannel] },
    { id: mallory.id, deny: [AddReactions] },
  ]);
  const before = await overwritesOf(guild);
  await alice.slash('lock');
  expect(await overwritesOf(guild)).not.toEqual(before);

  await bot.restart();
  await alice.slash('unlock');

  expect(await overwritesOf(guild)).toEqual(before);
});

test('keeps what others changed while the channel was locked', async () => {
  const { guild, alice } = await newScene(bot);
  await alice.slash('lock');
  const channel = await channelOf(guild);
  const locked = (await overwritesOf(guild))[guild.id]?.[1] ?? 0n;
  await channel.permissionOverwrites.set([{ id: guild.id, deny: locked | ManageMessages }]);

  await alice.slash('unlock');

  expect(await overwritesOf(guild)).toEqual({ [guild.id]: [0n, ManageMessages] });
});

test('locks each channel for itself', async () => {
  const { guild, alice } = await newScene(bot);
  const other = guild.sandbox.addChannel({ name: 'other' });
  await alice.slash('lock');
  await alice.slash('lock', { channel: other });

  await expect(alice.slash('unlock', { channel: other })).resolves.toMatchObject({
    text: `Unlocked <#${other.id}>.`,
  });
  await expect(alice.slash('lock')).resolves.toMatchObject({
    text: `<#${guild.channelId}> is locked already by <@${alice.id}>.`,
  });
});

test('says that a channel is not locked, and who unlocked it', async () => {
  const { guild, alice } = await newScene(bot);
  await expect(alice.slash('unlock')).resolves.toMatchObject({
    text: `<#${guild.channelId}> is not locked.`,
  });
  await alice.slash('lock');
  await guild.owner.slash('unlock');

  await expect(alice.slash('unlock')).resolves.toMatchObject({
    text: `<#${guild.channelId}> is not locked: it was unlocked by <@${guild.owner.id}>.`,
  });
});

test('a lock can be undone and repeated', async () => {
  const { guild, alice } = await newScene(bot);
  await alice.slash('lock');
  const of = { guild, action: 'moderation.lock', by: alice };

  await expect(bot.undo(of)).resolves.toBe(`Unlocked <#${guild.channelId}>.`);
  await expect(bot.undo(of)).rejects.toThrow('is not locked');
  await expect(bot.redo(of)).resolves.toBe(`Locked <#${guild.channelId}>.`);
});

test('refuses when the bot lacks a permission, and remembers nothing', async () => {
  const { guild, alice } = await newScene(bot);
  takeFromBot(guild, 'ManageRoles');

  const reply = await alice.slash('lock');

  expect(reply.text).toBe(
    `In <#${guild.channelId}> I need **Manage Permissions** for that. Nothing was changed.`,
  );
  await expect(alice.slash('unlock')).resolves.toMatchObject({ text: expect.stringContaining('I need') });
});

test('locks a voice channel so that the bot can still unlock it', async () => {
  const { guild, alice } = await newScene(bot);
  const voice = guild.sandbox.addChannel({ name: 'lounge', type: ChannelType.GuildVoice });

  await alice.slash('lock', { channel: voice });
  const locked = [...voice.overwrites.values()];
  await expect(alice.slash('unlock', { channel: voice })).resolves.toMatchObject({
    text: `Unlocked <#${voice.id}>.`,
  });

  expect(locked).toEqual([
    expect.objectContaining({ id: guild.id, type: OverwriteType.Role }),
    expect.objectContaining({
      type: OverwriteType.Member,
      allow: PermissionFlagsBits.Connect | PermissionFlagsBits.SendMessages,
    }),
  ]);
  expect([...voice.overwrites.values()]).toEqual([]);
});

test('a lock that Discord refused is no lock', async () => {
  const { guild, alice } = await newScene(bot);
  bot.sandbox.faults.failNext({ method: 'PATCH', template: '/channels/{channel_id}', status: 403 });

  const reply = await alice.slash('lock');

  expect(reply.text).toContain(`Could not change <#${guild.channelId}>: `);
  await expect(alice.slash('lock')).resolves.toMatchObject({ text: `Locked <#${guild.channelId}>.` });
});

test('sets the slow mode, and undoing brings back the one before', async () => {
  const { guild, alice } = await newScene(bot);

  const reply = await alice.slash('slowmode', { seconds: 5 });

  expect(reply.text).toBe(`The slow mode of <#${guild.channelId}> is one message every 5 seconds.`);
  expect((await channelOf(guild)).rateLimitPerUser).toBe(5);
  await expect(bot.undo({ guild, action: 'moderation.slowmode', by: alice })).resolves.toBe(
    `The slow mode of <#${guild.channelId}> is off.`,
  );
});

test('a slow mode that somebody changed since is not undone', async () => {
  const { guild, alice } = await newScene(bot);
  await alice.slash('slowmode', { seconds: 5 });
  await guild.owner.slash('slowmode', { seconds: 60 });

  await expect(bot.undo({ guild, action: 'moderation.slowmode', by: alice })).rejects.toThrow(
    `Somebody has changed the slow mode of <#${guild.channelId}> since; it is now one message every 1 minute.`,
  );
});

test('lets nobody ask for more than six hours', async () => {
  const { alice } = await newScene(bot);

  await expect(alice.slash('slowmode', { seconds: 21_601 })).rejects.toMatchObject({
    reason: 'invalid-option',
  });
});
