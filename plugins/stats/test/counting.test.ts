import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild, type TestMember } from '@twi/testing';
import { ChannelType } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { statsPlugin } from '../src/index.ts';
import { configure } from './reports-scene.ts';
import { databaseOf, messagesByUser, settle, totals, until } from './stats-scene.ts';

const SOON = { timeout: 15_000, interval: 100 };

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [statsPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

/** Messages of people in channels of a guild, as Discord holds them. */
function truth(channelIds: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { author, webhook_id, type } of channelIds.flatMap((id) => bot.sandbox.messages(id)))
    if (!author.bot && webhook_id === undefined && [0, 19].includes(type))
      counts.set(author.id, (counts.get(author.id) ?? 0) + 1);
  return counts;
}

/** What the bot has counted, once that is as much as there is. */
async function counted(guild: TestGuild, channelIds: readonly string[]): Promise<Map<string, number>> {
  const sum = [...truth(channelIds).values()].reduce((all, count) => all + count, 0);
  await until(async () => {
    await settle(bot);
    return (await totals(bot, guild)).messages >= sum;
  }, `${sum} messages are counted`);
  return messagesByUser(bot, guild);
}

interface Scene {
  readonly guild: TestGuild;
  readonly people: readonly TestMember[];
  readonly channelIds: readonly string[];
}

async function newScene(): Promise<Scene> {
  const guild = await bot.guild({ enable: ['stats'] });
  const people = ['alice', 'bob', 'carol'].map((username) => guild.member({ username }));
  const others = ['memes', 'art'].map((name) => guild.sandbox.addChannel({ name }).id);
  return { guild, people, channelIds: [guild.channelId, ...others] };
}

/** The same numbers in every run (https://en.wikipedia.org/wiki/Linear_congruential_generator). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

async function chat(
  { people, channelIds }: Scene,
  count: number,
  random: (below: number) => number,
): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const person = people[random(people.length)]!;
    if (random(5) === 0) bot.fault.duplicateNext('MESSAGE_CREATE');
    if (random(8) === 0) bot.fault.delayNext('MESSAGE_CREATE', random(300));
    await person.in({ id: channelIds[random(channelIds.length)]! }).send(`Message ${index}`);
  }
}

test('counts each message once, whichever come twice, late or in another order', async () => {
  const scene = await newScene();

  await chat(scene, 150, seeded(1));

  expect(await counted(scene.guild, scene.channelIds)).toEqual(truth(scene.channelIds));
  expect(await totals(bot, scene.guild, 'activity_hours')).toEqual(await totals(bot, scene.guild));
});

test('counts what was written while the bot was stopped, in threads and posts too, and once', async () => {
  const scene = await newScene();
  const { guild, people, channelIds } = scene;
  const [alice, bob] = people as [TestMember, TestMember];
  const forum = guild.sandbox.addChannel({ name: 'stories', type: ChannelType.GuildForum }).id;
  await chat(scene, 30, seeded(2));
  const thread = await alice.actor.startThread('A thread');
  const post = await bob.in({ id: forum }).actor.startThread('A post', { content: 'It was a dark night.' });
  await alice.in({ id: thread }).send('In the thread');
  await until(async () => (await totals(bot, guild)).messages >= 32, 'all is written');

  await bot.stop();
  await chat(scene, 230, seeded(3));
  await alice.in({ id: post }).send('In the post');
  const other = await bob.actor.startThread('Another thread');
  await bob.in({ id: other }).send('Nobody was there');
  await bot.restart();

  expect(await counted(guild, [...channelIds, thread, post, other])).toEqual(
    truth([...channelIds, thread, post, other]),
  );
  await bot.restart();
  await chat(scene, 10, seeded(4));
  expect(await counted(guild, [...channelIds, thread, post, other])).toEqual(
    truth([...channelIds, thread, post, other]),
  );
});

test('counts what was missed when the session was lost', async () => {
  const scene = await newScene();
  await chat(scene, 20, seeded(5));
  expect(await counted(scene.guild, scene.channelIds)).toEqual(truth(scene.channelIds));

  bot.fault.invalidateSession(false);
  await chat(scene, 40, seeded(6));
  await until(() => bot.sandbox.sessionCount > 0, 'the bot is back');
  await chat(scene, 10, seeded(7));

  expect(await counted(scene.guild, scene.channelIds)).toEqual(truth(scene.channelIds));
});

test('keeps what cannot be written, and writes it once when the database is back', async () => {
  const scene = await newScene();
  const { db } = bot.database.handle;
  await chat(scene, 10, seeded(8));
  expect(await counted(scene.guild, scene.channelIds)).toEqual(truth(scene.channelIds));

  await sql`create function stats.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`.execute(
    db,
  );
  await sql`create trigger refuse before insert on stats.activity_days execute function stats.refuse()`.execute(
    db,
  );
  await chat(scene, 30, seeded(9));
  await container.stats.flush();
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db);
  await chat(scene, 30, seeded(10));
  expect([...(await messagesByUser(bot, scene.guild)).values()].reduce((all, count) => all + count, 0)).toBe(
    10,
  );
  await sql`drop trigger refuse on stats.activity_days`.execute(db);

  expect(await counted(scene.guild, scene.channelIds)).toEqual(truth(scene.channelIds));
});

test('leaves out bots, ignored channels and categories with their threads, and ignored roles', async () => {
  const { guild, people, channelIds } = await newScene();
  const [alice, bob] = people as [TestMember, TestMember];
  const category = guild.sandbox.addChannel({ name: 'Staff', type: ChannelType.GuildCategory }).id;
  const staff = guild.sandbox.addChannel({ name: 'staff', parent_id: category }).id;
  const role = guild.sandbox.addRole({ name: 'Ghost' });
  const ghost = guild.member({ username: 'ghost', roleIds: [role.id] });
  const [general, memes] = channelIds as [string, string];
  await configure(guild, { ignoredChannels: `${category}, ${memes}`, ignoredRoles: role.id });

  await alice.in({ id: staff }).send('Secret');
  await alice.in({ id: memes }).send('Ignored');
  const thread = await alice.in({ id: memes }).actor.startThread('Ignored too');
  await bob.in({ id: thread }).send('Ignored too');
  await ghost.send('Boo');
  await bob.in({ id: general }).send('Counted');
  await until(async () => {
    await settle(bot);
    return (await totals(bot, guild)).messages > 0;
  }, 'the last is counted');

  expect(await messagesByUser(bot, guild)).toEqual(new Map([[bob.id, 1]]));
});

test('opting out erases what was counted, and what waits to be written', async () => {
  const { guild, people } = await newScene();
  const [alice, bob] = people as [TestMember, TestMember];
  await alice.send('One');
  await bob.send('Two');
  await until(async () => (await totals(bot, guild)).messages === 2, 'both are counted');
  await alice.send('Three');
  const hello = await bob.send('Four');
  await alice.react(hello, '👍');

  expect(await container.stats.optOuts.optOut(guild.id, alice.id)).toBe(true);
  expect(await container.stats.optOuts.optOut(guild.id, alice.id)).toBe(false);
  await alice.send('Five');
  await bob.send('Six');

  await until(async () => (await totals(bot, guild)).messages >= 3, 'the rest is counted');
  expect(await messagesByUser(bot, guild)).toEqual(new Map([[bob.id, 3]]));
  expect((await totals(bot, guild, 'activity_hours')).reactions).toBe(0);
  expect(await container.stats.optOuts.optIn(guild.id, alice.id)).toBe(true);
  await alice.send('Seven');
  await until(async () => (await totals(bot, guild)).messages >= 4, 'she is counted again');
  expect((await messagesByUser(bot, guild)).get(alice.id)).toBe(1);
});

test('does not count what was written while it was off', async () => {
  const { guild, people } = await newScene();
  const [alice] = people as [TestMember];
  await alice.send('On');
  await until(async () => (await totals(bot, guild)).messages === 1, 'it is counted');

  await guild.owner.slash('plugins disable', { plugin: 'stats' });
  await alice.send('Off');
  await bot.restart();
  await alice.send('Still off');
  await guild.owner.slash('plugins enable', { plugin: 'stats' });
  await alice.send('On again');

  await until(async () => (await totals(bot, guild)).messages >= 2, 'it is counted again');
  await settle(bot);
  expect((await totals(bot, guild)).messages).toBe(2);
});

test('counts emoji of messages and reactions, which giving them again does not change', async () => {
  const { guild, people } = await newScene();
  const [alice, bob] = people as [TestMember, TestMember];
  const message = await alice.send('Hello 👍🏽👍🏽 🏳️‍🌈 <:party:123456789012345678>');
  for (const emoji of ['🎉', '👍']) await bob.react(message, emoji);
  await bob.unreact(message, '🎉');
  await bob.react(message, '🎉');
  await until(async () => (await totals(bot, guild)).reactions === 2, 'both reactions are counted');

  const { rows } = await sql<{ emoji: string; name: string | null; user: string; used: number[] }>`
    select emoji, name, user_id as user, array[in_messages, in_reactions] as used
    from stats.emoji_days where guild_id = ${guild.id} order by emoji collate "C"`.execute(databaseOf(bot));

  expect(rows).toEqual([
    { emoji: '123456789012345678', name: 'party', user: alice.id, used: [1, 0] },
    { emoji: '🎉', name: null, user: bob.id, used: [0, 1] },
    { emoji: '🏳️‍🌈', name: null, user: alice.id, used: [1, 0] },
    { emoji: '👍', name: null, user: bob.id, used: [0, 1] },
    { emoji: '👍🏽', name: null, user: alice.id, used: [1, 0] },
  ]);
});

test('counts who comes and who goes, once each', async () => {
  const { guild } = await newScene();
  const dave = guild.member({ username: 'dave' });
  bot.fault.duplicateNext('GUILD_MEMBER_ADD');
  const erin = guild.member({ username: 'erin' });
  await dave.leave();
  await vi.waitFor(async () => {
    await container.stats.flush();
    const { rows } = await sql<{ events: number }>`
      select count(*)::int as events from stats.member_events where guild_id = ${guild.id} and user_id in (${dave.id}, ${erin.id})
    `.execute(databaseOf(bot));
    expect(rows[0]?.events).toBe(3);
  }, SOON);
});
