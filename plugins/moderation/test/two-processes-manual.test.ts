import { container } from '@sapphire/pieces';
import { startSecondBot } from '@twi/proving';
import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { configure, embedsIn, staffChannel } from './logs-scene.ts';
import { newScene } from './scene.ts';

const SOON = { timeout: 15_000, interval: 100 };

let bot: TestBot;
let second: AsyncDisposable;

beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
  second = await startSecondBot(bot);
}, 90_000);
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await second[Symbol.asyncDispose]();
  await bot[Symbol.asyncDispose]();
});

test('two processes that see the same entries make one case of each', { timeout: 60_000 }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const log = staffChannel(guild, 'mod-log');
  await configure(bot, guild, { logModeration: log });

  for (let round = 0; round < 4; round += 1) {
    await alice.actor.moderation.timeout(mallory.id, 60_000 + round);
    await alice.actor.moderation.timeout(mallory.id, null);
  }

  const numbers = async () => {
    const { rows } = await container.moderation.cases.list({ guildId: guild.id });
    return rows.map(({ number }) => number);
  };
  await vi.waitFor(async () => expect(await numbers()).toEqual([8, 7, 6, 5, 4, 3, 2, 1]), SOON);
  await vi.waitFor(() => expect(embedsIn(bot, log).length).toBeGreaterThanOrEqual(8), SOON);
  const titles = Array.from(
    { length: 8 },
    (_, index) => `Case #${index + 1}: ${index % 2 ? 'Timeout removal' : 'Timeout'}`,
  );
  const posted = embedsIn(bot, log).map(({ title }) => title);
  expect(posted).toHaveLength(8);
  expect(new Set(posted)).toEqual(new Set(titles));
});

test('the process that stays goes on alone', { timeout: 60_000 }, async () => {
  const { guild, alice, mallory } = await newScene(bot);
  await alice.actor.moderation.timeout(mallory.id, 60_000);
  await bot.stop();

  await alice.actor.moderation.kick(mallory.id, 'Seen by the other');

  const cases = () =>
    bot.database.handle
      .forPlugin('moderation')
      .selectFrom('moderation.cases')
      .select(['type', 'reason'])
      .where('guildId', '=', guild.id)
      .orderBy('number')
      .execute();
  await vi.waitFor(async () => expect(await cases()).toHaveLength(2), SOON);
  expect((await cases())[1]).toEqual({ type: 'kick', reason: 'Seen by the other' });
});
