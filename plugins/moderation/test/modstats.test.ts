import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('counts what each moderator did, by type, the busiest first, with a chart', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await guild.owner.slash('warn', { user: mallory, reason: 'Spam' });
  await guild.owner.slash('warn', { user: mallory, reason: 'Spam' });
  await guild.owner.slash('ban', { user: mallory });

  const reply = await alice.slash('modstats');

  expect(reply.text.split('\n')).toEqual([
    'Actions of moderators, last 30 days',
    `<@${guild.owner.id}>: **3** (2 warnings, 1 ban)`,
    `<@${alice.id}>: **1** (1 warning)`,
  ]);
  const url = reply.embeds[0]?.image?.url ?? '';
  const png = Buffer.from(await (await fetch(url)).arrayBuffer());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
});

test('narrows by moderator and leaves out what is deleted, older or failed', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  for (const reason of ['First', 'Second', 'Third']) await alice.slash('warn', { user: mallory, reason });
  await guild.owner.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('case delete', { number: 1 });
  await bot.database.handle
    .forPlugin('moderation')
    .updateTable('moderation.cases')
    .set({ createdAt: new Date(Date.now() - 3 * 86_400_000) })
    .where((eb) => eb.and({ guildId: guild.id, number: 2 }))
    .execute();
  bot.sandbox.faults.failNext({ method: 'PUT', template: '/guilds/{guild_id}/bans/{user_id}', status: 403 });
  await alice.slash('ban', { user: mallory });

  const reply = await alice.slash('modstats', { moderator: alice, days: 2 });

  expect(reply.text).toBe(`Actions of alice, last 2 days\n<@${alice.id}>: **1** (1 warning)`);
});

test('says when nothing was done', async () => {
  const { alice } = await newScene(bot);

  const reply = await alice.slash('modstats', { days: 1 });

  expect(reply.text).toBe('Actions of moderators, last day\nNothing was done in this time.');
  expect(reply.embeds[0]?.image).toBeUndefined();
});

test.each([0, 366])('lets nobody ask for %i days', async (days) => {
  const { alice } = await newScene(bot);

  await expect(alice.slash('modstats', { days })).rejects.toMatchObject({ reason: 'invalid-option' });
});
