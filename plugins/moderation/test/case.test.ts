import { setTimeout as sleep } from 'node:timers/promises';
import { startTestBot, type TestBot, type TestMember } from '@twi/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moderationPlugin } from '../src/index.ts';
import { newScene } from './scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [moderationPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());

async function warnTimes(moderator: TestMember, user: TestMember, count: number): Promise<void> {
  for (let given = 1; given <= count; given += 1)
    await moderator.slash('warn', { user, reason: `Reason ${given}` });
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\*\*#(\d+) /g)].map(([, number]) => Number(number));
}

test('shows a case in full, to the moderator alone', async () => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('timeout', { user: mallory, duration: '10m', reason: 'Shouting' });

  const reply = await alice.slash('case view', { number: 1 });

  expect(reply.isEphemeral).toBe(true);
  expect(reply.embeds).toMatchObject([
    {
      title: 'Case #1: Timeout',
      description: 'Shouting',
      fields: [
        { name: 'Person', value: `<@${mallory.id}> (${mallory.id})` },
        { name: 'Moderator', value: `<@${alice.id}>` },
        { name: 'When', value: expect.stringMatching(/^<t:\d+:f>$/) },
        { name: 'State', value: 'Done' },
        { name: 'Ends', value: expect.stringMatching(/^<t:\d+:f>$/) },
        { name: 'Was told', value: 'By direct message' },
      ],
    },
  ]);
});

test('shows why an action failed', async () => {
  const { alice, mallory } = await newScene(bot);
  bot.sandbox.faults.failNext({ method: 'PUT', template: '/guilds/{guild_id}/bans/{user_id}', status: 403 });
  await alice.slash('ban', { user: mallory });

  const reply = await alice.slash('case view', { number: 1 });

  expect(reply.text).toContain('No reason given.');
  expect(reply.text).toMatch(/State\nFailed: .+/);
});

test('says which case does not exist', async () => {
  const { alice } = await newScene(bot);

  const reply = await alice.slash('case view', { number: 99 });

  expect(reply.text).toBe('There is no case #99 in this server.');
  expect(reply.isEphemeral).toBe(true);
});

test('does not show the cases of another server', async () => {
  const [here, elsewhere] = [await newScene(bot), await newScene(bot)];
  await warnTimes(elsewhere.alice, elsewhere.mallory, 1);

  const reply = await here.alice.slash('case view', { number: 1 });

  expect(reply.text).toBe('There is no case #1 in this server.');
});

test('suggests the newest cases that fit what is typed', async () => {
  const { alice, mallory } = await newScene(bot);
  await warnTimes(alice, mallory, 12);

  const choices = await alice.autocomplete('case view', { number: '1' }, 'number');

  expect(choices).toEqual([
    { name: '#12 Warning of mallory: Reason 12', value: 12 },
    { name: '#11 Warning of mallory: Reason 11', value: 11 },
    { name: '#10 Warning of mallory: Reason 10', value: 10 },
    { name: '#1 Warning of mallory: Reason 1', value: 1 },
  ]);
});

test('cuts suggestions to what Discord takes', async () => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'x'.repeat(500) });

  const [choice] = await alice.autocomplete('case view', { number: '' }, 'number');

  expect(choice?.name).toHaveLength(100);
});

test('lists cases newest first, one line each', async () => {
  const { alice, mallory } = await newScene(bot);
  await alice.slash('warn', { user: mallory, reason: 'First\nand more' });
  await alice.slash('kick', { user: mallory });

  const reply = await alice.slash('case list');

  expect(reply.isEphemeral).toBe(true);
  expect(reply.text.split('\n')).toEqual([
    'Cases',
    expect.stringMatching(`^\\*\\*#2 Kick\\*\\* of <@${mallory.id}> by <@${alice.id}>, <t:\\d+:d>$`),
    expect.stringMatching(
      `^\\*\\*#1 Warning\\*\\* of <@${mallory.id}> by <@${alice.id}>, <t:\\d+:d>: First and more$`,
    ),
  ]);
  expect(reply.buttons).toEqual([]);
});

test('narrows the list by user, type and moderator', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const bob = guild.member({ username: 'bob' });
  await alice.slash('warn', { user: mallory, reason: 'Spam' });
  await alice.slash('warn', { user: bob, reason: 'Spam' });
  await alice.slash('note', { user: mallory, text: 'Hm' });
  await guild.owner.slash('warn', { user: mallory, reason: 'Spam' });

  const lists = await Promise.all([
    alice.slash('case list', { user: mallory }),
    alice.slash('case list', { type: 'note' }),
    alice.slash('case list', { moderator: guild.owner }),
    alice.slash('case list', { user: mallory, type: 'warn', moderator: alice }),
  ]);

  expect(lists.map(({ text }) => numbersIn(text))).toEqual([[4, 3, 1], [3], [4], [1]]);
});

test('says when no case fits', async () => {
  const { alice } = await newScene(bot);

  const reply = await alice.slash('case list', { type: 'ban' });

  expect(reply.text).toBe('Cases\nNo case fits.');
});

test('turns pages with buttons, which keep the filter', async () => {
  const { guild, alice, mallory } = await newScene(bot);
  const bob = guild.member({ username: 'bob' });
  await alice.slash('warn', { user: bob, reason: 'Spam' });
  await warnTimes(alice, mallory, 12);

  const first = await alice.slash('case list', { user: mallory, type: 'warn', moderator: alice });
  expect(numbersIn(first.text)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
  expect(first.buttons).toEqual(['Next']);

  const second = await alice.click(first, 'Next');
  expect(numbersIn(second.text)).toEqual([3, 2]);
  expect(second.buttons).toEqual(['Previous']);

  const back = await alice.click(second, 'Previous');
  expect(numbersIn(back.text)).toEqual(numbersIn(first.text));
});

test('turns pages of a list from before a restart', { timeout: 30_000 }, async () => {
  const { alice, mallory } = await newScene(bot);
  await warnTimes(alice, mallory, 11);
  const list = await alice.slash('case list');

  await bot.restart();

  const next = await alice.click(list, 'Next');
  expect(numbersIn(next.text)).toEqual([1]);
});

test('acknowledges at once, however slow the database is', async () => {
  const { alice, mallory } = await newScene(bot);
  await warnTimes(alice, mallory, 1);
  const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>();
  const blocking = bot.database.handle.transaction(async (transaction) => {
    await sql`lock table moderation.cases in access exclusive mode`.execute(transaction);
    isLocked();
    await sleep(1_500);
  });
  await locked;

  const exchange = await alice.actor.slash('case view', { number: 1 });
  await blocking;

  expect(exchange.acknowledgedAfterMs).toBeLessThan(1_000);
  expect(exchange.response?.embeds[0]?.title).toBe('Case #1: Warning');
});
