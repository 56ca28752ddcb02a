import { randomUUID } from 'node:crypto';
import { container } from '@sapphire/pieces';
import { UserError } from '@twi/sdk';
import { startTestBot, type TestBot, type TestGuild, type TestMember } from '@twi/testing';
import { ChannelType } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Batch } from '../src/counting/batch.ts';
import { BatchRepository } from '../src/database/batch-repository.ts';
import { GapRepository } from '../src/database/gap-repository.ts';
import { GuildRepository } from '../src/database/guild-repository.ts';
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

async function counted(guild: TestGuild, messages: number): Promise<void> {
  let last = 0;
  await until(
    async () => {
      await settle(bot);
      last = (await totals(bot, guild)).messages;
      return last >= messages;
    },
    () => `${messages} messages are counted; so far it are ${last}`,
  );
}

async function say(member: TestMember, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await member.send(`Message ${index}`);
}

/** A batch with one message. */
function batchOf(guild: TestGuild, userId: string): Batch {
  const batch = new Batch();
  const place = { guildId: guild.id, channelId: guild.channelId, userId };
  batch.addActivity({ ...place, hour: Date.UTC(2030, 0, 31, 12), day: '2030-01-31' }, { messages: 1 });
  return batch;
}

test('counts the past of a channel when it is asked, with its threads, and never twice', async () => {
  const guild = await bot.guild();
  const [alice, bob] = [guild.member({ username: 'alice' }), guild.member({ username: 'bob' })];
  await say(alice, 130);
  const thread = await bob.actor.startThread('A thread');
  await bob.in({ id: thread }).send('In the thread');
  await guild.owner.slash('plugins enable', { plugin: 'stats' });
  await alice.send('Now it counts');
  await counted(guild, 1);
  expect((await totals(bot, guild)).messages).toBe(1);
  const { backfills } = container.stats;
  const past = { guildId: guild.id, channelId: guild.channelId, days: 7, askedBy: guild.owner.id };

  await backfills.ask(past);
  await expect(backfills.ask(past)).rejects.toThrow(UserError);
  await settle(bot);

  expect(await backfills.latest(guild.id, guild.channelId)).toMatchObject({
    state: 'done',
    counted: 131,
    done: 1,
  });
  expect(await messagesByUser(bot, guild)).toEqual(
    new Map([
      [alice.id, 131],
      [bob.id, 1],
    ]),
  );
  await backfills.ask({ ...past, days: 30 });
  await settle(bot);
  expect(await backfills.latest(guild.id, guild.channelId)).toMatchObject({ state: 'done', counted: 0 });
  await bot.restart();
  await settle(bot);
  expect((await totals(bot, guild)).messages).toBe(132);
});

test('counts the posts of a forum, and refuses what holds no messages', async () => {
  const guild = await bot.guild();
  const alice = guild.member({ username: 'alice' });
  const forum = guild.sandbox.addChannel({ name: 'stories', type: ChannelType.GuildForum }).id;
  const post = await alice.in({ id: forum }).actor.startThread('Once', { content: 'Upon a time' });
  await alice.in({ id: post }).send('The end');
  const category = guild.sandbox.addChannel({ name: 'Cats', type: ChannelType.GuildCategory }).id;
  await guild.owner.slash('plugins enable', { plugin: 'stats' });
  const asked = { guildId: guild.id, days: 7, askedBy: guild.owner.id };
  const { backfills } = container.stats;

  await expect(backfills.ask({ ...asked, channelId: category })).rejects.toMatchObject({
    identifier: 'stats.cannot-backfill',
  });
  await container.stats.flush();
  await alice.send('Begin');
  await counted(guild, 1);
  await backfills.ask({ ...asked, channelId: forum });
  await settle(bot);

  expect((await messagesByUser(bot, guild)).get(alice.id)).toBe(3);
});

test('goes on with the history where Discord failed', async () => {
  const { guild, alice } = await newScene();
  await alice.send('Before');
  await counted(guild, 1);
  await bot.stop();
  await say(alice, 120);
  bot.fault.failNext({ template: '/channels/{channel_id}/messages', method: 'GET', status: 500, times: 2 });
  await bot.restart();

  await counted(guild, 121);

  expect((await totals(bot, guild)).messages).toBe(121);
});

test('a batch whose answer was lost is not written twice', async () => {
  const { guild, alice } = await newScene();
  const sessionId = randomUUID();
  const db = databaseOf(bot);
  await container.stats.counting.partitions.makeFor([new Date(Date.UTC(2030, 0, 31))]);
  await new GuildRepository(db, sessionId).takeOver([{ guildId: guild.id, startId: 1n, members: 2 }]);
  const batches = new BatchRepository(db, sessionId);
  const cut = { number: 5, batch: batchOf(guild, alice.id) };

  expect(await batches.write(cut)).toEqual([]);
  expect(await batches.write(cut)).toEqual([]);
  expect(await batches.write({ number: 6, batch: batchOf(guild, alice.id) })).toEqual([]);

  expect((await totals(bot, guild)).messages).toBe(2);
  expect(await totals(bot, guild, 'activity_hours')).toEqual(await totals(bot, guild));
});

test(
  'one process counts a guild; when it is gone, another goes on where it was',
  { timeout: 40_000 },
  async () => {
    const { guild, alice, bob } = await newScene();
    await say(alice, 3);
    await counted(guild, 3);
    const other = new GuildRepository(databaseOf(bot), randomUUID());
    await other.takeOver([{ guildId: guild.id, startId: 1n, members: 3 }]);

    await say(bob, 4);
    await container.stats.flush();
    await say(bob, 4);
    await container.stats.flush();
    expect((await totals(bot, guild)).messages).toBe(3);
    await sql`update stats.counted_guilds set beat_at = now() - interval '2 minutes' where guild_id = ${guild.id}`.execute(
      databaseOf(bot),
    );

    await counted(guild, 11);
    expect(await messagesByUser(bot, guild)).toEqual(
      new Map([
        [alice.id, 3],
        [bob.id, 8],
      ]),
    );
  },
);

test('time in voice channels counts with others, not alone, deafened or while the bot is away', async () => {
  const { guild, alice, bob } = await newScene();
  const lounge = guild.sandbox.addChannel({ name: 'Lounge', type: ChannelType.GuildVoice }).id;
  const seconds = async (): Promise<number> => {
    await container.stats.flush();
    return (await totals(bot, guild)).voiceSeconds;
  };
  const people = async (count: number): Promise<void> =>
    until(
      () => container.client.guilds.cache.get(guild.id)?.voiceStates.cache.size === count,
      `${count} are there`,
    );
  await alice.send('Hello');
  await counted(guild, 1);

  await alice.actor.voice.join(lounge);
  await people(1);
  await seconds();
  await bot.clock.advance('10m');
  expect(await seconds(), 'alone').toBe(0);

  await bob.actor.voice.join(lounge);
  await people(2);
  await seconds();
  await bot.clock.advance('10m');
  const together = await seconds();
  expect(together).toBeGreaterThanOrEqual(1_200);
  expect(together).toBeLessThan(1_230);

  await bob.actor.voice.set({ selfDeaf: true });
  await until(
    () => container.client.guilds.cache.get(guild.id)?.voiceStates.cache.get(bob.id)?.selfDeaf === true,
    'he hears nothing',
  );
  const before = await seconds();
  await bot.clock.advance('10m');
  const after = await seconds();
  expect(after - before).toBeGreaterThanOrEqual(600);
  expect(after - before).toBeLessThan(630);

  await bot.stop();
  await bot.clock.advance('2h');
  await bot.restart();
  await settle(bot);
  expect((await seconds()) - after).toBeLessThan(30);
  const { rows } = await sql<{ open: number; closed: number }>`
    select count(*) filter (where ended_at is null)::int as open, count(ended_at)::int as closed
    from stats.voice_sessions where guild_id = ${guild.id}`.execute(databaseOf(bot));
  expect(rows[0]).toEqual({ open: 2, closed: 2 });
});

test('notes when it was away, with what is known of the members', async () => {
  const { guild, alice } = await newScene();
  const leaver = guild.member({ username: 'leaver' });
  await alice.send('Hello');
  await counted(guild, 1);
  await bot.stop();
  guild.sandbox.removeMember(leaver.id);
  await bot.clock.advance('1h');
  await bot.restart();
  await settle(bot);

  const { rows } = await sql<{ net: number }>`
    select members_after - members_before as net from stats.absences where guild_id = ${guild.id}`.execute(
    databaseOf(bot),
  );
  expect(rows).toEqual([{ net: -1 }]);
});

test('hours of a coming month find their place, and those of a month that nobody made ready too', async () => {
  const { guild, alice } = await newScene();
  await alice.send('This month');
  await counted(guild, 1);
  await bot.clock.advance('200d');

  await alice.send('In half a year');
  await counted(guild, 2);
  await bot.jobs.run('stats/make-partitions');

  expect(await totals(bot, guild, 'activity_hours')).toEqual(await totals(bot, guild));
  await bot.jobs.run('core/sweep-retention');
  expect((await totals(bot, guild)).messages, 'by day').toBe(2);
  expect((await totals(bot, guild, 'activity_hours')).messages, 'by hour').toBe(1);
});

test('a channel whose history Discord cannot give does not keep the others waiting', async () => {
  const { guild } = await newScene();
  await guild.owner.send('It begins');
  await counted(guild, 1);
  const db = databaseOf(bot);
  const { rows } = await sql<{ sessionId: string }>`
    select session_id from stats.counted_guilds where guild_id = ${guild.id}`.execute(db);
  const session = rows[0]?.sessionId ?? '';
  const own = randomUUID();
  await sql`update stats.counted_guilds set session_id = ${own} where guild_id = ${guild.id}`.execute(db);
  for (const afterId of [1, 2])
    await sql`insert into stats.gaps (guild_id, channel_id, from_id, after_id, until_id, due_at)
      values (${guild.id}, ${guild.channelId}, 0, ${afterId}, 5, now() - interval '1 minute')`.execute(db);
  const gaps = new GapRepository(db, own);

  const first = await gaps.findDue();
  expect(first?.afterId).toBe('1');
  await gaps.putBehind(first?.id ?? '');
  expect((await gaps.findDue())?.afterId).toBe('2');

  await sql`delete from stats.gaps where guild_id = ${guild.id}`.execute(db);
  await sql`update stats.counted_guilds set session_id = ${session} where guild_id = ${guild.id}`.execute(db);
});
