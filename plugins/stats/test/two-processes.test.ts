import { setTimeout as sleep } from 'node:timers/promises';
import { container } from '@sapphire/pieces';
import { startSecondBot } from '@twi/proving';
import { startTestBot, type TestBot } from '@twi/testing';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { statsPlugin } from '../src/index.ts';
import { configure, reportsIn } from './reports-scene.ts';
import { databaseOf, until } from './stats-scene.ts';

const START = { timeout: 60_000, interval: 100 };
/** Both look for reports twice a minute. */
const BOTH_LOOKED_MS = 32_000;

let bot: TestBot;
let second: AsyncDisposable;

beforeAll(async () => {
  bot = await startTestBot({ plugins: [statsPlugin] });
  second = await startSecondBot(bot);
}, 90_000);
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await second[Symbol.asyncDispose]();
  await bot[Symbol.asyncDispose]();
});

/** What was due a week ago is due again. */
const fallBack = (guildId: string, kind: string) =>
  sql`update stats.reports set day = day - 7, attempt_day = null where guild_id = ${guildId} and kind = ${kind}`.execute(
    databaseOf(bot),
  );

async function isKnown(guildId: string, kind: string): Promise<boolean> {
  const { rows } =
    await sql`select from stats.reports where guild_id = ${guildId} and kind = ${kind}`.execute(
      databaseOf(bot),
    );
  return rows.length > 0;
}

test('two processes post a report once, and one alone posts the next', { timeout: 150_000 }, async () => {
  const guild = await bot.guild({ enable: ['stats'] });
  const board = guild.sandbox.addChannel({ name: 'board' }).id;
  await until(() => container.client.channels.cache.has(board), 'the channel is known');
  await configure(guild, { reportChannel: board, dailyReport: 'yes', reportHour: '0' });
  await container.stats.reports.postDue();

  await fallBack(guild.id, 'daily');
  const end = performance.now() + BOTH_LOOKED_MS;
  // The other one looks whenever its timer says so; this one, all the time.
  while (performance.now() < end) {
    await Promise.all([container.stats.reports.postDue(), container.stats.reports.postDue()]);
    await sleep(100);
  }
  expect(reportsIn(bot, board)).toHaveLength(1);

  await configure(guild, { weeklyReport: 'yes' });
  await container.stats.reports.postDue();
  await vi.waitUntil(() => isKnown(guild.id, 'weekly'), START);
  await bot.stop();
  await fallBack(guild.id, 'weekly');
  await vi.waitUntil(() => reportsIn(bot, board).length === 2, START);
  expect(reportsIn(bot, board)[1]?.embeds[0]?.image?.url).toContain('weekly');
});
