import { textOf, startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene, takeFromBot } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('kicks a member, who is told first', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('kick', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(`Kicked <@${mallory.id}> (case #1).`);
  expect(reply.isEphemeral).toBe(true);
  expect(guild.sandbox.member(mallory.id)).toBeUndefined();
  expect(mallory.directMessages.map(textOf)).toEqual([
    `You were kicked from **${guild.sandbox.name}**.\nReason: Spam`,
  ]);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ type: 'kick', state: 'done', dmState: 'sent' });
});

test('kicks without a reason', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  await alice.slash('kick', { user: mallory });

  expect(guild.sandbox.auditLog.at(-1)?.reason).toBe('alice, case #1');
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ reason: null });
});

test('cuts the reason to what the audit log of Discord takes', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  await alice.slash('kick', { user: mallory, reason: 'ü'.repeat(1_000) });

  expect(guild.sandbox.auditLog.at(-1)?.reason).toHaveLength(512);
});

test('refuses who is not in the server', async () => {
  const { guild, alice } = await newScene(bot);
  const stranger = guild.stranger('stranger');

  const reply = await alice.slash('kick', { user: stranger });

  expect(reply.text).toBe(`<@${stranger.id}> is not a member of this server.`);
});

test('refuses when the bot lacks the permission', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  takeFromBot(guild, 'KickMembers');

  const reply = await alice.slash('kick', { user: mallory });

  expect(reply.text).toBe(
    'I need the permission **Kick Members** in this server for that. Nothing was done.',
  );
});

test('refuses who joined with a role above the bot since the bot last heard of them', async () => {
  const { guild } = await newScene(bot);
  const high = guild.member({ above: 'bot' });

  const reply = await guild.owner.slash('kick', { user: high });

  expect(reply.text).toContain(`<@${high.id}> holds a role as high as mine or higher.`);
  expect(guild.sandbox.member(high.id)).toBeDefined();
});
