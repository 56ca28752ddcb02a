import { expect, test } from 'vitest';
import type { Activity } from '../../src/inspector/activity-log.ts';
import { TestBot } from '../test-bot.ts';

async function activityOf(bot: TestBot): Promise<Activity> {
  const response = await fetch(`${bot.sandbox.url}/control/activity`);
  // -- the operation answers in this shape
  return (await response.json()) as Activity;
}

test('events to the bot are kept with what they carry', async () => {
  await using bot = await TestBot.start();
  await bot.as('bob').send('hello there');
  const { dispatches } = await activityOf(bot);
  expect(dispatches.findLast(({ event }) => event === 'MESSAGE_CREATE')).toMatchObject({
    guildId: bot.guild.id,
    data: { content: 'hello there' },
  });
});

test('requests are kept with the verdict on them', async () => {
  await using bot = await TestBot.start();
  await expect(bot.client.rest.get('/channels/1')).rejects.toThrow('Unknown Channel');
  const { requests } = await activityOf(bot);
  expect(requests.at(-1)).toMatchObject({ method: 'GET', status: 404, problem: { code: 10_003 } });
});

test('commands are listed by where the bot registered them', async () => {
  await using bot = await TestBot.start({ interactionDeadlineMs: 700 });
  const { commands } = bot.client.application;
  await commands.set([{ name: 'here', description: 'Only here' }], bot.guild.id);
  await commands.set([{ name: 'anywhere', description: 'In every server' }]);
  const activity = await activityOf(bot);
  expect(activity.commands.map(({ scope, name }) => [scope, name])).toEqual([
    ['Everywhere', 'anywhere'],
    ['Twi Test Server', 'here'],
  ]);
  expect(activity.interactionDeadlineMs).toBe(700);
});
