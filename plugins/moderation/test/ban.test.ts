import { textOf, startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene, takeFromBot } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('bans a member for good, who is told first', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('ban', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(`Banned <@${mallory.id}> (case #1).`);
  expect(reply.isEphemeral).toBe(true);
  expect([...guild.sandbox.bans]).toEqual([[mallory.id, 'alice, case #1: Spam']]);
  expect(mallory.directMessages.map(textOf)).toEqual([
    `You were banned from **${guild.sandbox.name}**.\nReason: Spam`,
  ]);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ type: 'ban', state: 'done', expiresAt: null });
});

test('bans for a while', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('ban', { user: mallory, duration: '2d' });

  expect(reply.text).toBe(`Banned <@${mallory.id}> for 2 days (case #1).`);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ expiresAt: expect.any(Date) });
});

test('takes "perm" for a ban without end', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('ban', { user: mallory, duration: 'perm' });

  expect(reply.text).toBe(`Banned <@${mallory.id}> (case #1).`);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ expiresAt: null });
});

test.each(['later', '6y', '2000d'])('refuses the duration "%s" and bans nobody', async (duration) => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('ban', { user: mallory, duration });

  expect(reply.text).toMatch(
    /^`duration` does not take ".*at most 5 years, or `perm` for a ban without end\.$/,
  );
  expect(guild.sandbox.bans.size).toBe(0);
});

test('bans somebody who is not in the server, by id, without a message', async () => {
  const { guild, alice } = await newScene(bot);
  const stranger = guild.stranger('stranger');

  const reply = await alice.slash('ban', { user: stranger.id, reason: 'Raided another server' });

  expect(reply.text).toBe(`Banned <@${stranger.id}> (case #1).`);
  expect(guild.sandbox.bans.has(stranger.id)).toBe(true);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ dmState: 'off' });
});

test('deletes the messages of the days that the moderator names', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('Buy this');

  await alice.slash('ban', { user: mallory, 'delete-messages': 1 });

  const texts = bot.sandbox.messages(guild.channelId).map(({ content }) => content);
  expect(texts).not.toContain('Buy this');
});

test('keeps the messages unless the moderator says otherwise', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await mallory.send('Hello');

  await alice.slash('ban', { user: mallory });

  expect(bot.sandbox.messages(guild.channelId).map(({ content }) => content)).toContain('Hello');
});

test.each([-1, 8])('lets nobody ask for %i days of messages', async (days) => {
  const { alice, mallory } = await newScene(bot);

  await expect(alice.slash('ban', { user: mallory, 'delete-messages': days })).rejects.toMatchObject({
    reason: 'invalid-option',
  });
});

test('refuses when the bot lacks the permission', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  takeFromBot(guild, 'BanMembers');

  const reply = await alice.slash('ban', { user: mallory });

  expect(reply.text).toBe('I need the permission **Ban Members** in this server for that. Nothing was done.');
});

test('lifts a ban', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('ban', { user: mallory });

  const reply = await alice.slash('unban', { user: mallory, reason: 'Appeal accepted' });

  expect(reply.text).toBe(`Unbanned <@${mallory.id}> (case #2).`);
  expect(guild.sandbox.bans.size).toBe(0);
  expect(guild.sandbox.auditLog.at(-1)?.reason).toBe('alice, case #2: Appeal accepted');
});

test('refuses to lift a ban that there is not', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('unban', { user: mallory });

  expect(reply.text).toBe(`<@${mallory.id}> is not banned.`);
  await expect(caseOf(guild, 1)).rejects.toThrow('There is no case #1');
});
