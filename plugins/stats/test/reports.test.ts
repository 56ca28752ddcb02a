import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild, textOf } from '@twi/testing';
import { PermissionFlagsBits } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { statsPlugin } from '../src/index.ts';
import { advanceTo, configure, countedOn, reportsIn } from './reports-scene.ts';
import { databaseOf, until } from './stats-scene.ts';

const CREATE_MESSAGE = '/channels/{channel_id}/messages';

const REFUSAL = { code: 50_013, message: 'Missing Permissions' };

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [statsPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
let current: TestGuild | undefined;
afterEach((context) => bot.explainFailure(context));
// Reports of one test are none of the next one's.
afterEach(async () => {
  bot.fault.clear();
  await current?.owner.slash('plugins disable', { plugin: 'stats' });
});

/** A server that wants a report each day at nine, asked for in the evening before. */
async function newScene(settings: Readonly<Record<string, string>> = { dailyReport: 'yes' }) {
  const guild = await bot.guild({ enable: ['stats'] });
  current = guild;
  const alice = guild.member({ username: 'alice' });
  const board = guild.sandbox.addChannel({ name: 'board' }).id;
  await until(() => container.client.channels.cache.has(board), 'the channel is known');
  await advanceTo(bot, 20);
  await configure(guild, { reportChannel: board, ...settings });
  await postDue();
  return { guild, alice, board };
}

const postDue = () => container.stats.reports.postDue();

/** What the first report of a channel says. */
function textIn(board: string): string {
  const [report] = reportsIn(bot, board);
  return report ? textOf(report) : '';
}

/** What the owner is told, wherever. */
const notices = (ownerId: string): string[] =>
  bot.sandbox
    .directMessages(ownerId)
    .map(textOf)
    .filter((text) => text.includes('report'));

test('the day is posted on the next morning, once, with a chart and without a ping', async () => {
  const { guild, alice, board } = await newScene();
  await countedOn(bot, guild, { userId: alice.id, daysAgo: 0, messages: 12 });
  await countedOn(bot, guild, { userId: alice.id, daysAgo: 1, messages: 10 });
  expect(reportsIn(bot, board)).toEqual([]);

  await advanceTo(bot, 8, 59);
  await postDue();
  expect(reportsIn(bot, board)).toEqual([]);
  await advanceTo(bot, 9);
  await Promise.all([postDue(), postDue(), postDue()]);
  await postDue();

  const [report, ...others] = reportsIn(bot, board);
  expect(others).toEqual([]);
  const text = report ? textOf(report) : '';
  expect(text).toContain('12 messages');
  expect(text).toContain('from **1 person**');
  expect(text).toContain('2 more than on the day before');
  expect(text).toContain(`<@${alice.id}> 12`);
  expect(text).not.toContain('late');
  expect(report?.embeds[0]?.image?.url).toMatch(/statistics-daily-\d{4}-\d{2}-\d{2}\.png/);
  expect(report?.mentions).toEqual([]);
  expect(report?.mention_everyone).toBe(false);
});

test('a server of which Discord cannot tell for a while misses no report', async () => {
  const { guild, board } = await newScene();
  const known = container.client.guilds.cache.get(guild.id);
  if (!known) throw new Error('The server is not known.');
  known.available = false;
  await advanceTo(bot, 9);
  await postDue();
  expect(reportsIn(bot, board)).toEqual([]);

  known.available = true;
  await postDue();
  expect(reportsIn(bot, board)).toHaveLength(1);
});

test('a report calls those who left by their names', async () => {
  const { guild, alice, board } = await newScene();
  await countedOn(bot, guild, { userId: alice.id, daysAgo: 0, messages: 3 });
  await alice.leave();
  await until(() => !container.client.guilds.cache.get(guild.id)?.members.cache.has(alice.id), 'she left');
  await advanceTo(bot, 9);
  await postDue();

  expect(textIn(board)).toContain('alice (left) 3');
});

test('the week is posted on Monday', async () => {
  const { board } = await newScene({ weeklyReport: 'yes' });
  const titles: string[] = [];
  for (let day = 0; day < 8; day += 1) {
    await advanceTo(bot, 9);
    await postDue();
    if (bot.clock.now().getUTCDay() === 1) titles.push('Monday');
    expect(reportsIn(bot, board)).toHaveLength(titles.length);
  }
  expect(titles.length).toBeGreaterThan(0);
  expect(reportsIn(bot, board)[0]?.embeds[0]?.image?.url).toContain('statistics-weekly-');
});

test('what is due when somebody asks is not posted, nor is what was due while it was off', async () => {
  const { guild, board } = await newScene();
  await configure(guild, { dailyReport: 'no' });
  await postDue();
  await bot.clock.advance('3d');
  await configure(guild, { dailyReport: 'yes' });
  await postDue();
  await postDue();
  expect(reportsIn(bot, board)).toEqual([]);

  await advanceTo(bot, 9);
  await postDue();
  expect(reportsIn(bot, board)).toHaveLength(1);
});

test('after days without the bot only the latest is posted, and says that it is late', async () => {
  const { board } = await newScene();
  await bot.stop();
  await bot.clock.advance('4d');
  await bot.restart();
  await postDue();

  const reports = reportsIn(bot, board);
  expect(reports).toHaveLength(1);
  expect(reports[0] && textOf(reports[0])).toMatch(/late/);
  const yesterday = new Date(bot.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10);
  expect(reports[0]?.embeds[0]?.image?.url).toContain(yesterday);
});

test('a report that got through before a crash is not posted again', async () => {
  const { guild, board } = await newScene();
  await advanceTo(bot, 9);
  await postDue();
  // As if the process had ended after Discord took it, and before that was written down.
  await sql`update stats.reports set day = day - 1 where guild_id = ${guild.id}`.execute(databaseOf(bot));
  await bot.restart();
  await postDue();

  expect(reportsIn(bot, board)).toHaveLength(1);
});

test('where Discord fails it is tried again; where it refuses, it is told once', async () => {
  const { guild, board } = await newScene();
  await advanceTo(bot, 9);
  bot.fault.failNext({ template: CREATE_MESSAGE, method: 'POST', status: 500, times: 1_000 });
  await postDue();
  expect(reportsIn(bot, board)).toEqual([]);
  bot.fault.clear();
  await postDue();
  expect(reportsIn(bot, board)).toHaveLength(1);

  await advanceTo(bot, 9);
  bot.fault.failNext({ template: CREATE_MESSAGE, method: 'POST', status: 403, body: REFUSAL });
  await postDue();
  bot.fault.clear();
  await postDue();
  expect(reportsIn(bot, board)).toHaveLength(1);
  expect(notices(guild.owner.id)).toHaveLength(1);
});

test('a channel that is gone, or closed to the bot, pauses the reports with one notice', async () => {
  const { guild, board } = await newScene({ dailyReport: 'yes', weeklyReport: 'yes' });
  const channel = container.client.channels.cache.get(board);
  if (!channel?.isTextBased() || channel.isDMBased() || channel.isThread()) throw new Error('No channel.');
  const me = guild.sandbox.id && bot.sandbox.bot.id;
  await channel.permissionOverwrites.edit(me, { SendMessages: false });
  await until(
    () => !channel.permissionsFor(me)?.has(PermissionFlagsBits.SendMessages),
    'the bot knows that it may not write',
  );
  for (let day = 0; day < 8; day += 1) {
    await advanceTo(bot, 9);
    await postDue();
  }
  expect(reportsIn(bot, board)).toEqual([]);
  expect(notices(guild.owner.id)).toHaveLength(1);
  expect(notices(guild.owner.id)[0]).toContain('Send Messages');

  await channel.permissionOverwrites.edit(me, { SendMessages: null });
  await until(
    () => channel.permissionsFor(me)?.has(PermissionFlagsBits.SendMessages) === true,
    'it may again',
  );
  await postDue();
  expect(reportsIn(bot, board)).toHaveLength(2);

  await channel.delete();
  await until(() => !container.client.channels.cache.has(board), 'the channel is gone');
  await advanceTo(bot, 9);
  await postDue();
  await bot.restart();
  await postDue();
  expect(notices(guild.owner.id)).toHaveLength(2);
  expect(notices(guild.owner.id)[1]).toContain('is gone');
});

test('a report names no channel that some members cannot see', async () => {
  const { guild, alice, board } = await newScene();
  const overwrite = {
    id: guild.id,
    type: 0 as const,
    allow: '0',
    deny: String(PermissionFlagsBits.ViewChannel),
  };
  const secret = guild.sandbox.addChannel({ name: 'secret', permission_overwrites: [overwrite] }).id;
  await until(() => container.client.channels.cache.has(secret), 'the channel is known');
  const bob = guild.member({ username: 'bob' });
  await countedOn(bot, guild, { userId: bob.id, daysAgo: 0, messages: 99, channelId: secret });
  await countedOn(bot, guild, { userId: alice.id, daysAgo: 0, messages: 1 });
  await advanceTo(bot, 9);
  await postDue();

  const text = textIn(board);
  expect(text).toContain('100 messages');
  expect(text).not.toContain(secret);
  expect(text).not.toContain(bob.id);
});

test('a German server reads German', async () => {
  const { guild, board } = await newScene();
  await guild.owner.slash('config set', { plugin: 'core', key: 'locale', value: 'de' });
  await advanceTo(bot, 9);
  await postDue();

  expect(textIn(board)).toContain('0 Nachrichten** von **0 Personen');
});
