import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('shows what a person has behind them, in numbers and case by case', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const bob = guild.member({ username: 'bob' });
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('warn', { user: mallory, reason: 'More spam' });
  await alice.slash('warn', { user: bob, reason: 'Spam' });
  await alice.slash('timeout', { user: mallory, duration: '10m' });

  const reply = await alice.slash('history', { user: mallory });

  expect(reply.isEphemeral).toBe(true);
  expect(reply.text.split('\n')).toEqual([
    'Moderation history',
    `<@${mallory.id}>: 2 warnings, 1 timeout`,
    '',
    expect.stringContaining('**#4 Timeout**'),
    expect.stringContaining('**#2 Warning**'),
    expect.stringContaining('**#1 Warning**'),
  ]);
});

test('counts only what took place, and marks the rest', async () => {
  const { alice, mallory } = await newScene(bot);
  bot.sandbox.faults.failNext({ method: 'PUT', template: '/guilds/{guild_id}/bans/{user_id}', status: 403 });
  await alice.slash('ban', { user: mallory });

  const reply = await alice.slash('history', { user: mallory });

  expect(reply.text).toContain(`<@${mallory.id}>: nothing that took place`);
  expect(reply.text).toContain('**#1 Ban** (failed)');
});

test('narrows by type', async () => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('note', { user: mallory, text: 'Hm' });

  const reply = await alice.slash('history', { user: mallory, type: 'note' });

  expect(reply.text).toContain(`<@${mallory.id}>: 1 note`);
  expect(reply.text).not.toContain('Warning');
});

test('says when there is nothing', async () => {
  const { alice, mallory } = await newScene(bot);

  const reply = await alice.slash('history', { user: mallory });

  expect(reply.text).toBe(`Moderation history\n<@${mallory.id}> has no cases.`);
});

test('shows the history of somebody who has left', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  guild.sandbox.removeMember(mallory.id);

  const reply = await alice.slash('history', { user: mallory.id });

  expect(reply.text).toContain('1 warning');
});

test('opens from the menu of a user', async () => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });

  const reply = await alice.contextMenu('Moderation history', mallory);

  expect(reply.isEphemeral).toBe(true);
  expect(reply.text).toContain(`<@${mallory.id}>: 1 warning`);
});

test('turns pages, with the totals on every one, also after a restart', { timeout: 30_000 }, async () => {
  const { alice, mallory } = await newScene(bot);
  for (let given = 1; given <= 11; given += 1)
    await alice.slash('warn', { user: mallory, reason: `Reason ${given}` });
  const first = await alice.slash('history', { user: mallory, type: 'warn' });

  await bot.restart();
  const second = await alice.click(first, 'Next');

  expect(second.text).toContain(`<@${mallory.id}>: 11 warnings`);
  expect(second.text).toContain('**#1 Warning**');
  expect(second.text).not.toContain('**#2 Warning**');
});
