import { container } from '@sapphire/framework';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestBot, type TestBot } from '../src/index.ts';
import { doormanPlugin } from './doorman/plugin.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [doormanPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

test('a jump moves the clocks of the process and of the database alike', async () => {
  const before = Date.now();

  await bot.clock.advance('7d');

  const after = [Date.now(), new Date().getTime(), bot.clock.now().getTime()];
  for (const time of [...after, (await container.doorman.databaseTime()).getTime()]) {
    expect(time - before).toBeGreaterThanOrEqual(7 * DAY_MS);
    expect(time - before).toBeLessThan(7 * DAY_MS + MINUTE_MS);
  }
});

test('dates made of values are what they were', async () => {
  await bot.clock.advance('1h');

  expect(new Date(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
  expect(new Date(2030, 0, 1).getFullYear()).toBe(2030);
  expect(new Date()).toBeInstanceOf(Date);
});

test('jobs that came due have run when the jump is over, others wait', async () => {
  const { owner, channelId } = await bot.guild({ enable: ['doorman'] });
  const remind = (text: string, ms: number) =>
    container.doorman.remind({ channelId, text }, new Date(Date.now() + ms));
  await remind('tomorrow', DAY_MS);
  await remind('next week', 7 * DAY_MS);

  await bot.clock.advance('2d');
  expect(owner.messages.map(({ content }) => content)).toEqual(['tomorrow']);

  await bot.clock.advance('5d');
  expect(owner.messages.map(({ content }) => content)).toEqual(['tomorrow', 'next week']);
});

test('runs a job by its name', async () => {
  const { owner, channelId } = await bot.guild({ enable: ['doorman'] });

  await bot.jobs.run('doorman/remind', { channelId, text: 'now' });

  expect(owner.messages.map(({ content }) => content)).toEqual(['now']);
});

test('refuses jobs that there are none of, and data that does not fit', async () => {
  await expect(bot.jobs.run('gallery/digest')).rejects.toThrow('No plugin "gallery" is loaded');
  await expect(bot.jobs.run('doorman/forget')).rejects.toThrow('has no job "forget"');
  await expect(bot.jobs.run('doorman/remind', {})).rejects.toThrow('channelId');
});

test('refuses what is no duration', async () => {
  await expect(bot.clock.advance('soon')).rejects.toThrow('"soon" is no duration: give a number and a unit');
});

test('goes on after a restart', { timeout: 60_000 }, async () => {
  const { owner, channelId } = await bot.guild({ enable: ['doorman'] });
  await container.doorman.remind({ channelId, text: 'later' }, new Date(Date.now() + DAY_MS));

  await bot.stop();
  await bot.clock.advance('1h');
  await bot.restart();
  await bot.clock.advance('1d');

  expect(owner.messages.map(({ content }) => content)).toEqual(['later']);
});
