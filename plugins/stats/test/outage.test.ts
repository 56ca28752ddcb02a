import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild, type TestMember } from '@twi/testing';
import { OverwriteType, PermissionFlagsBits } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { StatsContext } from '../src/context.ts';
import { statsPlugin } from '../src/index.ts';
import { Stats } from '../src/stats.ts';
import { databaseOf, messagesByUser, settle, totals, until } from './stats-scene.ts';

/** So few entries may wait that a test can exceed it. */
const MOST_ENTRIES = 12;
/** Longer than it takes to notice. */
const STOPPED_MS = 6_500;

async function setup(context: StatsContext): Promise<Stats> {
  const stats = new Stats(context, { mostEntries: MOST_ENTRIES });
  await stats.counting.start();
  return stats;
}

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [{ ...statsPlugin, setup }] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

async function newScene() {
  const guild = await bot.guild({ enable: ['stats'] });
  return { guild, alice: guild.member({ username: 'alice' }), bob: guild.member({ username: 'bob' }) };
}

async function say(member: TestMember, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await member.send(`Message ${index}`);
}

/** What is counted of people, once it is as much as there is to be. */
async function counted(guild: TestGuild, sum: number): Promise<Readonly<Record<string, number>>> {
  await until(
    async () => {
      await container.stats.flush();
      return (await totals(bot, guild)).messages >= sum;
    },
    () => `${sum} messages are counted`,
  );
  await settle(bot);
  expect(await totals(bot, guild, 'activity_hours')).toEqual(await totals(bot, guild));
  return Object.fromEntries(await messagesByUser(bot, guild));
}

/** Lets every write fail from now on, until what it returns is called. */
async function refuseWrites(): Promise<() => Promise<void>> {
  const { db } = bot.database.handle;
  await sql`create or replace function stats.refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`.execute(
    db,
  );
  await sql`create trigger refuse before insert on stats.sessions execute function stats.refuse()`.execute(
    db,
  );
  return async () => {
    await sql`drop trigger refuse on stats.sessions`.execute(db);
  };
}

test('what is written while the host has stopped it is found afterwards', { timeout: 40_000 }, async () => {
  const { guild, alice, bob } = await newScene();
  await say(alice, 3);
  expect(await counted(guild, 3)).toEqual({ [alice.id]: 3 });

  await bot.database.handle.notifications.notify(
    'twi_quarantine',
    JSON.stringify({
      origin: 'another process',
      pluginId: 'stats',
      stop: { until: new Date(Date.now() + STOPPED_MS), level: 1, reason: 'It failed.' },
    }),
  );
  await say(bob, 5);
  const thread = await alice.actor.startThread('A thread');
  await bob.in({ id: thread }).send('In the thread');
  expect((await totals(bot, guild)).messages).toBe(3);
  await bot.sandbox.as(bob.id, { channelId: guild.channelId }).send('And another');

  expect(await counted(guild, 10)).toEqual({ [alice.id]: 3, [bob.id]: 7 });
  await say(alice, 2);
  expect(await counted(guild, 12)).toEqual({ [alice.id]: 5, [bob.id]: 7 });
});

test('messages beyond what may wait are counted from the history, once', { timeout: 40_000 }, async () => {
  const { guild, alice, bob } = await newScene();
  await say(alice, 2);
  expect(await counted(guild, 2)).toEqual({ [alice.id]: 2 });
  const crowd = Array.from({ length: 20 }, (_, index) => guild.member({ username: `crowd${index}` }));

  const accept = await refuseWrites();
  await say(bob, 4);
  await container.stats.flush();
  for (const person of crowd) await say(person, 2);
  await until(
    () => bot.logs.some((line) => line.includes('Too many statistics wait')),
    'what waits is forgotten',
  );
  await say(bob, 3);
  await accept();

  const counts = [[alice.id, 2] as const, [bob.id, 7] as const, ...crowd.map(({ id }) => [id, 2] as const)];
  expect(await counted(guild, 49)).toEqual(Object.fromEntries(counts));
});

test('reactions of an outage are written when it is over, once', async () => {
  const { guild, alice, bob } = await newScene();
  const message = await alice.send('Look');
  expect(await counted(guild, 1)).toEqual({ [alice.id]: 1 });

  const accept = await refuseWrites();
  await bob.react(message, '👍');
  await alice.react(message, '🎉');
  await container.stats.flush();
  await container.stats.flush();
  expect((await totals(bot, guild)).reactions).toBe(0);
  await accept();

  await until(async () => {
    await container.stats.flush();
    return (await totals(bot, guild)).reactions >= 2;
  }, 'the reactions are written');
  await container.stats.flush();
  expect((await totals(bot, guild)).reactions).toBe(2);
});

test(
  'a channel that is closed to the bot for a while is counted when it is open again',
  { timeout: 40_000 },
  async () => {
    const { guild, alice } = await newScene();
    const botId = container.client.user!.id;
    const closed = guild.sandbox.addChannel({
      name: 'closed',
      permission_overwrites: [
        {
          id: botId,
          type: OverwriteType.Member,
          allow: '0',
          deny: String(PermissionFlagsBits.ReadMessageHistory),
        },
      ],
    }).id;
    const inClosed = alice.in({ id: closed });
    await inClosed.send('It comes as it is written');
    expect(await counted(guild, 1)).toEqual({ [alice.id]: 1 });
    for (const count of [3, 4]) {
      await bot.stop();
      await say(inClosed, count);
      await bot.restart();
      await waitingGaps(guild, 1);
      await container.stats.counting.parked.resume();
      await waitingGaps(guild, 1);
    }
    expect((await totals(bot, guild)).messages).toBe(1);

    const channel = container.client.guilds.cache.get(guild.id)!.channels.cache.get(closed)!;
    if (channel.isThread()) throw new Error('It is no thread.');
    await channel.permissionOverwrites.delete(botId);
    await until(() => channel.permissionsFor(botId)?.has('ReadMessageHistory') === true, 'it is open');
    await container.stats.counting.parked.resume();

    expect(await counted(guild, 8)).toEqual({ [alice.id]: 8 });
  },
);

test(
  'what was written while the bot could not see a channel is found when it can',
  { timeout: 60_000 },
  async () => {
    const { guild, alice } = await newScene();
    const botId = container.client.user!.id;
    const hidden = guild.sandbox.addChannel({ name: 'hidden' }).id;
    const inHidden = alice.in({ id: hidden });
    await inHidden.send('Seen');
    expect(await counted(guild, 1)).toEqual({ [alice.id]: 1 });
    const channel = container.client.guilds.cache.get(guild.id)!.channels.cache.get(hidden)!;
    if (channel.isThread()) throw new Error('It is no thread.');
    const sees = (): boolean => channel.permissionsFor(botId)?.has('ViewChannel') ?? false;

    await channel.permissionOverwrites.edit(botId, { ViewChannel: false });
    await until(() => !sees(), 'it is closed');
    for (let count = 0; count < 3; count += 1) await inHidden.send('Not seen');
    // The bot cannot open it for itself.
    guild.sandbox.channel('hidden')?.overwrites.delete(botId);
    await channel.setName('open');
    await until(sees, 'it is open');

    expect(await counted(guild, 4)).toEqual({ [alice.id]: 4 });
    await inHidden.send('Seen again');
    expect(await counted(guild, 5)).toEqual({ [alice.id]: 5 });
  },
);

test(
  'what was written until a role let the bot see a channel is found when it has the role',
  { timeout: 60_000 },
  async () => {
    const { guild, alice } = await newScene();
    const role = guild.sandbox.addRole({ name: 'Readers' });
    const deny = String(PermissionFlagsBits.ViewChannel);
    const hidden = guild.sandbox.addChannel({
      name: 'for-readers',
      permission_overwrites: [
        { id: guild.id, type: OverwriteType.Role, allow: '0', deny },
        { id: role.id, type: OverwriteType.Role, allow: deny, deny: '0' },
        { id: alice.id, type: OverwriteType.Member, allow: deny, deny: '0' },
      ],
    });
    await alice.send('Seen');
    expect(await counted(guild, 1)).toEqual({ [alice.id]: 1 });

    await alice.in(hidden).send('Not seen');
    await container.client.guilds.cache.get(guild.id)?.members.me?.roles.add(role.id);

    expect(await counted(guild, 2)).toEqual({ [alice.id]: 2 });
  },
);

/** Waits until all gaps of a guild wait for a channel to be opened. */
async function waitingGaps({ id }: TestGuild, count: number): Promise<void> {
  await until(async () => {
    await container.stats.flush();
    const { rows } = await sql<{ waiting: number; all: number }>`
      select count(unreadable_since)::int as waiting, count(*)::int as all from stats.gaps where guild_id = ${id}`.execute(
      databaseOf(bot),
    );
    return rows[0]?.waiting === count && rows[0].all === count;
  }, `${count} gap waits`);
}
