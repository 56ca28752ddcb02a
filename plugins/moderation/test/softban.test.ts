import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { caseOf, newScene } from './scene.ts';

const BAN = '/guilds/{guild_id}/bans/{user_id}';

const ROUNDS = 4;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('removes a member, who may come back', async () => {
  const { guild, alice, mallory } = await newScene(bot);

  const reply = await alice.slash('softban', { user: mallory, reason: 'Spam' });

  expect(reply.text).toBe(`Softbanned <@${mallory.id}> (case #1).`);
  expect(guild.sandbox.member(mallory.id)).toBeUndefined();
  expect(guild.sandbox.bans.size).toBe(0);
});

test('never lifts a ban that another moderator gives at the same time', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { guild, alice, mallory } = await newScene(bot);

    await Promise.all([
      guild.owner.slash('ban', { user: mallory }),
      alice.slash('softban', { user: mallory }),
    ]);

    expect(guild.sandbox.bans.has(mallory.id)).toBe(true);
  }
});

test('lifts the ban later when Discord will not do it at once', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  bot.sandbox.faults.failNext({ method: 'DELETE', template: BAN, status: 403 });

  const reply = await alice.slash('softban', { user: mallory });
  expect(reply.text).toBe(
    `Softbanned <@${mallory.id}> (case #1). They are still banned: ` +
      'Discord says "403: failure that was asked for". I will try again.',
  );
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ state: 'done' });
  expect(guild.sandbox.bans.has(mallory.id)).toBe(true);

  await bot.clock.advance('2m');

  expect(guild.sandbox.bans.has(mallory.id)).toBe(false);
  await expect(caseOf(guild, 1)).resolves.toMatchObject({ liftFailure: null });
  await expect(caseOf(guild, 2)).resolves.toMatchObject({ type: 'unban' });
});
