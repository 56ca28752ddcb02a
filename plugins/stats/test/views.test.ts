import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestReply } from '@twi/testing';
import { PermissionFlagsBits } from 'discord.js';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { statsPlugin } from '../src/index.ts';
import { databaseOf, settle, totals, until } from './stats-scene.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot({ plugins: [statsPlugin] });
});
afterAll(() => bot[Symbol.asyncDispose]());
afterEach((context) => bot.explainFailure(context));

async function newScene() {
  const guild = await bot.guild({ enable: ['stats'] });
  const alice = guild.member({ username: 'alice' });
  const bob = guild.member({ username: 'bob' });
  return { guild, alice, bob };
}

type Scene = Awaited<ReturnType<typeof newScene>>;

/** A channel that members cannot see. */
function secretChannel({ guild }: Scene, name: string): string {
  const overwrite = {
    id: guild.id,
    type: 0 as const,
    allow: '0',
    deny: String(PermissionFlagsBits.ViewChannel),
  };
  return guild.sandbox.addChannel({ name, permission_overwrites: [overwrite] }).id;
}

/** Numbers of a day as if they had been counted. */
async function count(
  { guild }: Scene,
  rows: readonly { channelId?: string; userId: string; messages: number; daysAgo?: number }[],
): Promise<void> {
  for (const { channelId = guild.channelId, userId, messages, daysAgo = 0 } of rows)
    await sql`insert into stats.activity_days (guild_id, day, channel_id, user_id, messages, attachments, reactions, voice_seconds)
      values (${guild.id}, (now() at time zone 'UTC')::date - ${daysAgo}::int, ${channelId}, ${userId}, ${messages}, 0, 0, 0)`.execute(
      databaseOf(bot),
    );
}

/** The tables of an export, by the first word of their names. */
async function tablesOf(reply: TestReply): Promise<Map<string, string[][]>> {
  const files = await Promise.all(
    reply.message.attachments.map(async ({ filename, url }) => {
      const lines = (await (await fetch(url)).text()).replace('\u{FEFF}', '').trim().split('\n');
      return [filename.split('-')[0] ?? '', lines.map((line) => line.split(','))] as const;
    }),
  );
  return new Map(files);
}

test('the leaderboard of people has pages, and says where the caller is', async () => {
  const scene = await newScene();
  const { guild, alice, bob } = scene;
  await totals(bot, guild);
  const many = Array.from({ length: 13 }, (_, index) => guild.member({ username: `m${index}` }));
  await count(
    scene,
    [...many, alice].map(({ id }, index) => ({ userId: id, messages: 100 - index })),
  );

  const first = await alice.slash('stats leaderboard', { of: 'users' });
  expect(first.isEphemeral).toBe(true);
  expect(first.text).toContain(`1. <@${many[0]?.id}>: 100`);
  expect(first.text).toContain('1 to 10 of 14');
  expect(first.text).toContain('place 14 with 87');
  expect(first.buttons).toEqual(['Next']);

  await bot.restart();
  const second = await alice.click(first, 'Next');
  expect(second.text).toContain(`11. <@${many[10]?.id}>: 90`);
  expect(second.text).toContain(`14. <@${alice.id}>: 87`);
  expect(second.buttons).toEqual(['Previous']);
  expect((await alice.click(second, 'Previous')).text).toContain('1 to 10 of 14');
  expect((await bob.slash('stats leaderboard', { of: 'users' })).text).toContain('nothing counted');
});

test('what is counted in channels that the caller cannot see is neither shown nor exported', async () => {
  const scene = await newScene();
  const { guild, alice, bob } = scene;
  const secret = secretChannel(scene, 'secret');
  await bot.restart();
  await count(scene, [
    { userId: alice.id, messages: 5 },
    { channelId: secret, userId: bob.id, messages: 50 },
    { channelId: secret, userId: alice.id, messages: 7 },
  ]);

  const people = await alice.slash('stats leaderboard', { of: 'users' });
  expect(people.text).toContain(`1. <@${alice.id}>: 5`);
  expect(people.text).not.toContain(bob.id);
  expect((await guild.owner.slash('stats leaderboard', { of: 'users' })).text).toContain(
    `1. <@${bob.id}>: 50`,
  );
  const shared = await guild.owner.slash('stats leaderboard', { of: 'channels', public: true });
  expect(shared.isEphemeral).toBe(false);
  expect(shared.text).not.toContain(secret);
  expect(shared.buttons).toEqual([]);

  const channels = (await tablesOf(await alice.slash('stats export', {}))).get('channels') ?? [];
  expect(channels.map((row) => [row[1], row[3]])).toEqual([
    ['channel_id', 'messages'],
    [guild.channelId, '5'],
  ]);
  const all = (await tablesOf(await guild.owner.slash('stats export', {}))).get('channels') ?? [];
  expect(all.slice(1).reduce((sum, row) => sum + Number(row[3]), 0)).toBe(62);
});

test('only who asked turns the pages that everybody reads', async () => {
  const scene = await newScene();
  const { guild, alice, bob } = scene;
  const many = Array.from({ length: 11 }, (_, index) => guild.member({ username: `p${index}` }));
  await count(
    scene,
    many.map(({ id }) => ({ userId: id, messages: 3 })),
  );
  const shared = await alice.slash('stats leaderboard', { of: 'users', public: true });

  const refused = await bob.click(shared, 'Next');

  expect(refused.isEphemeral).toBe(true);
  expect(refused.text).toContain('Somebody else asked');
  expect((await alice.click(shared, 'Next')).text).toContain('11 to 11 of 11');
});

test('emoji and commands are ranked', async () => {
  const scene = await newScene();
  const { guild, alice } = scene;
  await alice.send('Tea 🍵 and <:cat:900000000000000001>');
  const said = await alice.send('More 🍵');
  await alice.react(said, '🍵');
  await until(async () => {
    await settle(bot);
    return (await totals(bot, guild)).reactions === 1;
  }, 'the reaction is counted');
  await alice.slash('stats server', {});

  const emoji = await alice.slash('stats leaderboard', { of: 'emoji', days: 1 });
  expect(emoji.text).toContain('1. 🍵: 3 (2 in messages, 1 in reactions)');
  expect(emoji.text).toContain('2. :cat:: 1');
  await until(async () => {
    const { text } = await alice.slash('stats leaderboard', { of: 'commands' });
    return text.includes('/stats server: 1');
  }, 'the use of the command is written down');
  const commands = await alice.slash('stats commands', { days: 7 });
  expect(commands.text).toContain('/stats server: 1');
  expect(commands.embeds[0]?.image?.url).toContain('statistics.png');
});

test('growth shows who came and went, and when nobody knows', async () => {
  const { guild, alice, bob } = await newScene();
  await alice.send('Hello');
  await until(async () => {
    await settle(bot);
    return (await totals(bot, guild)).messages === 1;
  }, 'it counts');
  await bob.leave();
  await bot.clock.advance('1m');
  await bot.stop();
  await bot.clock.advance('3h');
  await bot.restart();
  await settle(bot);

  const growth = await alice.slash('stats growth', { days: 3 });

  expect(growth.text).toContain('Left\n1');
  expect(growth.text).toMatch(/I was away .* went from \d+ to \d+/);
  expect(growth.message.attachments[0]?.description ?? growth.text).toContain('away');
});

test('the heat map, and what it says where hours are not kept any more', async () => {
  const { guild, alice } = await newScene();
  await alice.send('Hello');
  await until(async () => {
    await settle(bot);
    return (await totals(bot, guild)).messages === 1;
  }, 'it counts');

  const week = await alice.slash('stats heatmap', {});
  expect(week.text).toContain('last 7 days');
  expect(week.text).toContain('UTC');
  const year = await alice.slash('stats heatmap', { days: 365, public: true });
  expect(year.isEphemeral).toBe(false);
  expect(year.text).toContain('Hours are kept for 90 days');
});

test('nothing is drawn where nothing was counted', async () => {
  const { alice } = await newScene();
  // Whoever came to the new server today did not come yesterday or before.
  expect((await alice.slash('stats growth', { days: 1 })).text).toContain('Joined\n2');
  for (const what of ['heatmap', 'leaderboard']) {
    const { text } = await alice.slash(`stats ${what}`, {
      days: 1,
      ...(what === 'leaderboard' && { of: 'emoji' }),
    });
    expect(`${what}: ${text}`).toContain('Nothing was counted');
  }
  const tables = await tablesOf(await alice.slash('stats export', { days: 2 }));
  expect([...tables.keys()]).toEqual(['days', 'channels', 'hours', 'emoji', 'commands']);
  expect(tables.get('days')).toHaveLength(3);
});

test('a name that would be a formula is text in the table', async () => {
  const scene = await newScene();
  const { guild, alice } = scene;
  const formula = guild.sandbox.addChannel({ name: '=1+1' }).id;
  await bot.restart();
  await count(scene, [{ channelId: formula, userId: alice.id, messages: 2 }]);

  const tables = await tablesOf(await alice.slash('stats export', { days: 1 }));

  expect(tables.get('channels')?.[1]?.[2]).toMatch(/^"?'=1\+1/);
});

test('who opts out is asked, erased and counted no more', async () => {
  const { guild, alice, bob } = await newScene();
  await alice.send('Hello');
  await bob.send('Hello');
  const counted = async () => {
    await settle(bot);
    return (await totals(bot, guild)).messages;
  };
  await until(async () => (await counted()) === 2, 'both are counted');

  const question = await alice.slash('stats opt-out');
  expect(question.isEphemeral).toBe(true);
  expect(question.text).toContain('cannot be brought back');
  expect((await alice.click(question, 'Cancel')).text).toContain('Nothing was changed');
  expect(await counted()).toBe(2);
  const again = await alice.slash('stats opt-out');
  await bot.restart();
  expect((await alice.click(again, 'Erase and stop')).text).toContain('erased');
  expect(await counted()).toBe(1);
  expect((await alice.slash('stats opt-out')).text).toContain('not counted here');
  expect((await alice.slash('stats leaderboard', { of: 'users' })).text).toContain(
    'not counted. /stats opt-in',
  );
  await alice.send('Not counted');
  await bob.send('Counted');
  await until(async () => (await counted()) === 2, 'his is counted');

  expect((await alice.slash('stats opt-in')).text).toContain('counted from now on');
  expect((await alice.slash('stats opt-in')).text).toContain('counted here already');
  expect(await container.stats.optOuts.isOut(guild.id, alice.id)).toBe(false);
  await alice.send('Counted again');
  await until(async () => (await counted()) === 3, 'hers is counted again');
});
