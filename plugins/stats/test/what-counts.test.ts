import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild } from '@twi/testing';
import { ChannelType } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { statsPlugin } from '../src/index.ts';
import { databaseOf, messagesByUser, settle, totals, until } from './stats-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [statsPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

async function newScene() {
  const guild = await bot.guild({ enable: ['stats'] });
  return { guild, alice: guild.member({ username: 'alice' }), bob: guild.member({ username: 'bob' }) };
}

/** Messages by user, once there are as many as there are to be. */
async function counted(guild: TestGuild, sum: number): Promise<Readonly<Record<string, number>>> {
  await until(
    async () => {
      await container.stats.flush();
      return (await totals(bot, guild)).messages >= sum;
    },
    () => `${sum} messages are counted`,
  );
  await settle(bot);
  return Object.fromEntries(await messagesByUser(bot, guild));
}

/** Messages by day and hour. */
async function byHour({ id }: TestGuild): Promise<{ day: string; hour: Date; messages: number }[]> {
  const { rows } = await sql<{ day: string; hour: Date; messages: number }>`
    select day::text, hour, sum(messages)::int as messages from stats.activity_hours
    where guild_id = ${id} group by day, hour order by hour, day`.execute(databaseOf(bot));
  return rows;
}

async function chooseZone(guild: TestGuild, timeZone: string): Promise<void> {
  await guild.owner.slash('config set', { plugin: 'core', key: 'timeZone', value: timeZone });
}

test('leaves out ignored roles, bots and webhooks in the past as well', async () => {
  const guild = await bot.guild();
  const role = guild.sandbox.addRole({ name: 'Ghost' });
  const alice = guild.member({ username: 'alice' });
  const ghost = guild.member({ username: 'ghost', roleIds: [role.id] });
  const leaver = guild.member({ username: 'leaver', roleIds: [role.id] });
  for (const person of [alice, ghost, leaver, ghost, alice]) await person.send('Long ago');
  await leaver.leave();
  const channel = await container.client.channels.fetch(guild.channelId);
  if (channel?.type !== ChannelType.GuildText) throw new Error('It is a text channel.');
  await channel.send('A bot says this');
  const webhook = await channel.createWebhook({ name: 'News' });
  await webhook.send('A webhook says this');
  await guild.owner.slash('plugins enable', { plugin: 'stats' });
  await guild.owner.slash('config set', { plugin: 'stats', key: 'ignoredRoles', value: role.id });
  await webhook.send('And this');
  await ghost.send('Now');
  await alice.send('Now');
  expect(await counted(guild, 1)).toEqual({ [alice.id]: 1 });

  await container.stats.backfills.ask({
    guildId: guild.id,
    channelId: guild.channelId,
    days: 7,
    askedBy: guild.owner.id,
  });
  await settle(bot);

  // Of somebody who left nobody knows which roles they had.
  expect(await counted(guild, 4)).toEqual({ [alice.id]: 3, [leaver.id]: 1 });
});

test('what is missed of somebody who opted out is not counted either, nor what waits of them', async () => {
  const { guild, alice, bob } = await newScene();
  const lounge = guild.sandbox.addChannel({ name: 'Lounge', type: ChannelType.GuildVoice }).id;
  await alice.send('One');
  expect(await counted(guild, 1)).toEqual({ [alice.id]: 1 });
  await alice.actor.voice.join(lounge);
  await bob.actor.voice.join(lounge);
  await until(
    () => container.client.guilds.cache.get(guild.id)?.voiceStates.cache.size === 2,
    'both are there',
  );
  await container.stats.flush();
  await bot.clock.advance('5m');
  container.stats.counting.voice.lookAtAll();
  await alice.send('This waits');
  expect(await container.stats.optOuts.optOut(guild.id, alice.id)).toBe(true);
  await bot.stop();
  await alice.send('Nobody hears this');
  await bob.send('Nor this');
  await bot.restart();

  expect(await counted(guild, 1)).toEqual({ [bob.id]: 1 });
  const { rows } = await sql<{ tables: string[] }>`
    select array_agg(name) as tables from (
      select 'days' as name from stats.activity_days where guild_id = ${guild.id} and user_id = ${alice.id}
      union all select 'hours' from stats.activity_hours where guild_id = ${guild.id} and user_id = ${alice.id}
      union all select 'emoji' from stats.emoji_days where guild_id = ${guild.id} and user_id = ${alice.id}
      union all select 'voice' from stats.voice_sessions where guild_id = ${guild.id} and user_id = ${alice.id}
      union all select 'members' from stats.member_events where guild_id = ${guild.id} and user_id = ${alice.id}
    ) as found`.execute(databaseOf(bot));
  expect(rows[0]?.tables).toBeNull();
});

test('what somebody does in one server is not seen in another', async () => {
  const [here, there] = [await newScene(), await newScene()];
  const alice = here.alice;
  there.guild.sandbox.addMember(alice.id);
  const aliceThere = bot.sandbox.as(alice.id, { channelId: there.guild.channelId });
  await alice.send('Here');
  await aliceThere.send('There');
  await aliceThere.send('There again');
  expect(await counted(here.guild, 1)).toEqual({ [alice.id]: 1 });
  expect(await counted(there.guild, 2)).toEqual({ [alice.id]: 2 });

  await container.stats.optOuts.optOut(here.guild.id, alice.id);
  await alice.send('Here');
  await aliceThere.send('There');
  await here.bob.send('Here');

  expect(await counted(here.guild, 1)).toEqual({ [here.bob.id]: 1 });
  expect(await counted(there.guild, 3)).toEqual({ [alice.id]: 3 });
  expect(await container.stats.optOuts.isOut(there.guild.id, alice.id)).toBe(false);
});

test('threads and posts say where they belong, also when they are gone', async () => {
  const { guild, alice } = await newScene();
  const forum = guild.sandbox.addChannel({ name: 'stories', type: ChannelType.GuildForum }).id;
  const thread = await alice.actor.startThread('A thread');
  const post = await alice.in({ id: forum }).actor.startThread('A post', { content: 'Once' });
  await alice.in({ id: thread }).send('In the thread');
  expect(await counted(guild, 2)).toEqual({ [alice.id]: 2 });
  await container.client.channels.cache.get(thread)?.delete();
  await alice.in({ id: post }).send('Upon a time');
  expect(await counted(guild, 3)).toEqual({ [alice.id]: 3 });

  const { rows } = await sql<{ channelId: string; parentId: string | null; messages: number }>`
    select channel_id, parent_id, sum(messages)::int as messages
    from stats.activity_days join stats.channels using (channel_id)
    where activity_days.guild_id = ${guild.id} group by 1, 2 order by 1`.execute(databaseOf(bot));
  expect(rows).toEqual([
    { channelId: thread, parentId: guild.channelId, messages: 1 },
    { channelId: post, parentId: forum, messages: 2 },
  ]);
});

test('voice goes on after a short restart, and begins with those who are there already', async () => {
  const { guild, alice, bob } = await newScene();
  const carol = guild.member({ username: 'carol' });
  const lounge = guild.sandbox.addChannel({ name: 'Lounge', type: ChannelType.GuildVoice }).id;
  await alice.send('Hello');
  await counted(guild, 1);
  for (const person of [alice, bob]) await person.actor.voice.join(lounge);
  await until(
    () => container.client.guilds.cache.get(guild.id)?.voiceStates.cache.size === 2,
    'both are there',
  );
  await container.stats.flush();
  await bot.clock.advance('10m');
  await container.stats.flush();
  const before = (await totals(bot, guild)).voiceSeconds;
  expect(before).toBeGreaterThanOrEqual(1_200);

  await bot.stop();
  await carol.actor.voice.join(lounge);
  await bot.clock.advance('2m');
  await bot.restart();
  await container.stats.flush();
  await bot.clock.advance('10m');
  await container.stats.flush();

  const after = (await totals(bot, guild)).voiceSeconds - before;
  expect(after, 'three people, ten minutes').toBeGreaterThanOrEqual(1_800);
  expect(after, 'without the two minutes of the restart').toBeLessThan(1_900);
  const { rows } = await sql<{ stays: number; open: number }>`
    select count(*)::int as stays, count(*) filter (where ended_at is null)::int as open
    from stats.voice_sessions where guild_id = ${guild.id}`.execute(databaseOf(bot));
  expect(rows).toEqual([{ stays: 3, open: 3 }]);
});

test('a zone that is chosen later holds from then on, and nothing counts twice or is lost', async () => {
  const { guild, alice } = await newScene();
  await alice.send('Before');
  await counted(guild, 1);
  // Whatever the clock shows, in one of them it is another day.
  const zone = bot.clock.now().getUTCHours() >= 11 ? 'Pacific/Kiritimati' : 'Pacific/Pago_Pago';
  await chooseZone(guild, zone);

  await alice.send('After');
  expect(await counted(guild, 2)).toEqual({ [alice.id]: 2 });

  const hours = await byHour(guild);
  const today = bot.clock.now().toISOString().slice(0, 10);
  expect(hours.map(({ messages }) => messages)).toEqual([1, 1]);
  expect(new Set(hours.map(({ day }) => day)).size).toBe(2);
  expect(hours.map(({ day }) => day)).toContain(today);
  await bot.restart();
  await settle(bot);
  expect((await totals(bot, guild)).messages).toBe(2);
});

test('the hour that a clock repeats in autumn is two, on one day', { timeout: 40_000 }, async () => {
  const { guild, alice } = await newScene();
  await chooseZone(guild, 'Europe/Berlin');
  // The last Sunday of October, when it is half past two in Berlin for the first time.
  const year = bot.clock.now().getUTCFullYear() + 1;
  const end = new Date(Date.UTC(year, 9, 31));
  const change = Date.UTC(year, 9, 31 - end.getUTCDay(), 0, 30);
  await bot.clock.advance(`${Math.floor((change - bot.clock.now().getTime()) / 60_000)}m`);
  await alice.send('Half past two');
  await bot.clock.advance('1h');
  await alice.send('Half past two');
  await bot.clock.advance('1h');
  await alice.send('Half past three');

  expect(await counted(guild, 3)).toEqual({ [alice.id]: 3 });
  const day = new Date(change).toISOString().slice(0, 10);
  const hour = (count: number): Date => new Date(Date.UTC(year, 9, 31 - end.getUTCDay(), count));
  expect(await byHour(guild)).toEqual([
    { day, hour: hour(0), messages: 1 },
    { day, hour: hour(1), messages: 1 },
    { day, hour: hour(2), messages: 1 },
  ]);
});

test(
  'the jobs may run in two processes at once, and keep what is to be kept',
  { timeout: 40_000 },
  async () => {
    const { guild, alice } = await newScene();
    const other = await newScene();
    await guild.owner.slash('config set', { plugin: 'stats', key: 'keepDays', value: '30' });
    for (const person of [alice, other.alice]) await person.send('Today');
    await counted(guild, 1);
    await counted(other.guild, 1);
    const sessions = async (): Promise<number> => {
      const { rows } = await sql<{ count: number }>`select count(*)::int from stats.sessions`.execute(
        databaseOf(bot),
      );
      return rows[0]?.count ?? 0;
    };
    expect(await sessions()).toBeGreaterThan(1);

    await bot.clock.advance('100d');
    await alice.send('A hundred days later');
    await counted(guild, 2);
    for (const job of ['stats/make-partitions', 'stats/forget-sessions', 'core/sweep-retention'])
      await Promise.all([bot.jobs.run(job), bot.jobs.run(job)]);

    expect(await sessions(), 'its own').toBe(1);
    expect((await totals(bot, guild)).messages, 'kept for 30 days').toBe(1);
    expect((await totals(bot, other.guild)).messages, 'kept for 400').toBe(1);
    expect((await totals(bot, guild, 'activity_hours')).messages).toBe(1);
    await alice.send('It still counts');
    await counted(guild, 2);
    const ahead = new Date(bot.clock.now());
    ahead.setUTCMonth(ahead.getUTCMonth() + 2, 1);
    const { rows } = await sql<{ table: string | null }>`
    select to_regclass(${`stats.activity_hours_${ahead.toISOString().slice(0, 7).replace('-', '_')}`})::text as table`.execute(
      databaseOf(bot),
    );
    expect(rows[0]?.table).not.toBeNull();
  },
);
