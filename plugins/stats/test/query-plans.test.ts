import type { PluginDatabase } from '@twi/database';
import { CompiledQuery, createQueryId, type RootOperationNode, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Numbers } from '../src/numbers/numbers.ts';
import type { Period } from '../src/numbers/period.ts';
import type { Sight } from '../src/numbers/sight.ts';
import { ActivityPartitions } from '../src/database/activity-partitions.ts';
import { createStatsDatabase, type StatsDatabase } from './stats-database.ts';

const CHANNELS = 20;
const PEOPLE = 200;
const DAYS = 400;
const ROWS_A_DAY = 60;
const GUILDS = 3;
const PAGE = { limit: 10, offset: 0 };
const SMALL = ['channels', 'private_threads', 'opt_outs', 'counted_guilds'];

let database: StatsDatabase;
let guildId: string;

beforeAll(async () => {
  database = await createStatsDatabase();
  const days = Array.from({ length: DAYS }, (_, index) => new Date(Date.now() - index * 86_400_000));
  await new ActivityPartitions(database.db).makeFor(days.slice(0, 120));
  for (let index = 0; index < GUILDS; index += 1) {
    guildId = await database.newGuild();
    await fill(guildId);
  }
  await sql`analyze`.execute(database.handle.db);
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

/** Much of everything that is read, as years of use leave it. */
async function fill(guild: string): Promise<void> {
  const { db } = database;
  await sql`
    insert into stats.activity_days
      (guild_id, day, channel_id, user_id, messages, attachments, reactions, voice_seconds)
    select ${guild}::bigint, current_date - ago, 1 + number % ${CHANNELS}, 1 + (number * 7 + ago * 13) % ${PEOPLE}, 3, 1, 1, 60
    from generate_series(0, ${DAYS}::int) as ago, generate_series(1, ${ROWS_A_DAY}::int) as number
    on conflict do nothing`.execute(db);
  await sql`
    insert into stats.activity_hours
      (guild_id, day, hour, channel_id, user_id, messages, attachments, reactions, voice_seconds)
    select guild_id, day, day::timestamp at time zone 'UTC' + interval '1 hour' * (user_id % 24),
      channel_id, user_id, messages, attachments, reactions, voice_seconds
    from stats.activity_days where guild_id = ${guild} and day > current_date - 90`.execute(db);
  await sql`
    insert into stats.emoji_days (guild_id, day, emoji, user_id, in_messages, in_reactions)
    select ${guild}::bigint, current_date - ago, chr(128512 + number), number, 2, 1
    from generate_series(0, ${DAYS}::int) as ago, generate_series(1, 20) as number`.execute(db);
  await sql`
    insert into stats.member_events (guild_id, user_id, kind, at, day)
    select ${guild}::bigint, number, 'join', now() - interval '1 day' * ago, current_date - ago
    from generate_series(0, ${DAYS}::int) as ago, generate_series(1, 20) as number`.execute(db);
}

/** The plans of all queries that some work makes, as PostgreSQL explains them. */
async function plansOf(work: (numbers: Numbers) => Promise<unknown>): Promise<string> {
  const nodes: RootOperationNode[] = [];
  const { db } = database;
  const watched: PluginDatabase<'stats'> = db.withPlugin({
    transformQuery: ({ node }) => {
      nodes.push(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await work(
    new Numbers({ db: watched, guild: async () => ({ timeZone: 'UTC', prefix: null, locale: 'en-US' }) }),
  );
  const plans = nodes.map(async (node) => {
    const { sql: text, parameters } = db.getExecutor().compileQuery(node, createQueryId());
    if (text.startsWith('set ')) return '';
    const { rows } = await db.executeQuery<Record<string, string>>(
      CompiledQuery.raw(`explain ${text}`, [...parameters]),
    );
    return rows.flatMap((row) => Object.values(row)).join('\n');
  });
  return (await Promise.all(plans)).join('\n');
}

const ids = Array.from({ length: CHANNELS }, (_, index) => String(index + 1));
const all: Sight = { seesAll: true, visible: ids, hidden: [], smaller: 'hidden' };
const some: Sight = { seesAll: false, visible: ids.slice(2), hidden: ids.slice(0, 2), smaller: 'hidden' };
const few: Sight = { seesAll: false, visible: ids.slice(0, 2), hidden: ids.slice(2), smaller: 'visible' };
const many = Array.from({ length: 100 }, (_, index) => String(index + 1));

const USES: readonly (readonly [
  what: string,
  work: (numbers: Numbers, period: Period) => Promise<unknown>,
])[] = [
  ['totals of a server', (numbers, period) => numbers.totals(period)],
  ['totals of a channel', (numbers, period) => numbers.totals(period, { channelIds: ['3'] })],
  ['totals of a member', (numbers, period) => numbers.totals(period, { userIds: ['7'], sight: some })],
  ['totals of a role', (numbers, period) => numbers.totals(period, { userIds: many, sight: some })],
  ['days of a server', (numbers, period) => numbers.days(period)],
  ['days of a channel', (numbers, period) => numbers.days(period, { channelIds: ['3'] })],
  ['days of a member', (numbers, period) => numbers.days(period, { userIds: ['7'], sight: some })],
  ['days of a role', (numbers, period) => numbers.days(period, { userIds: many, sight: some })],
  ['hours of a server', (numbers, { to }) => numbers.hours({ guildId, from: to, to })],
  [
    'hours of a member',
    (numbers, { to }) => numbers.hours({ guildId, from: to, to }, { userIds: ['7'], sight: some }),
  ],
  ['days of channels', (numbers, period) => numbers.channelDays(period, some)],
  ['people, for whoever sees all', (numbers, period) => numbers.users(period, { sight: all, ...PAGE })],
  ['people, where little is hidden', (numbers, period) => numbers.users(period, { sight: some, ...PAGE })],
  ['people, where much is hidden', (numbers, period) => numbers.users(period, { sight: few, ...PAGE })],
  [
    'people of a channel',
    (numbers, period) => numbers.users(period, { sight: all, channelIds: ['3'], ...PAGE }),
  ],
  ['channels', (numbers, period) => numbers.channels(period, { sight: some, ...PAGE })],
  [
    'channels of a member',
    (numbers, period) => numbers.channels(period, { sight: some, userId: '7', ...PAGE }),
  ],
  ['emoji', (numbers, period) => numbers.emoji(period, PAGE)],
  ['growth', (numbers, period) => numbers.growth(period)],
  ['a heat map', (numbers, period) => numbers.heat(period)],
  ['a heat map of a channel', (numbers, period) => numbers.heat(period, { channelIds: ['3'] })],
  ['messages since an hour', (numbers) => numbers.countSince(guildId, ['3'], Date.now() - 86_400_000)],
];

test.each(USES)('%s: no large table is read from end to end', async (_what, work) => {
  for (const days of [7, 45, 365]) {
    const plans = await plansOf(async (numbers) => work(numbers, await numbers.period(guildId, days)));

    const scanned = [...plans.matchAll(/Seq Scan on (?<table>\w+)/g)].map(({ groups }) => groups?.['table']);
    expect(scanned.filter((table) => !SMALL.includes(table ?? ''))).toEqual([]);
    expect(plans).toContain('Index');
  }
});

test('a role has plans for the members that it has, however often it is asked for', async () => {
  const { db } = database;
  const numbers = new Numbers({
    db,
    guild: async () => ({ timeZone: 'UTC', prefix: null, locale: 'en-US' }),
  });
  const period = await numbers.period(guildId, 365);
  for (let times = 0; times < 12; times += 1) await numbers.days(period, { userIds: many, sight: some });

  // One connection answers what is asked one after the other, and each knows its own statements alone.
  const { rows } = await sql<{ shared: number; own: number }>`
    select generic_plans::int as shared, custom_plans::int as own from pg_prepared_statements
    where statement like '%not is_month and start between%' and statement like '%user_id = any%'`.execute(
    database.handle.db,
  );
  // Others of these tests asked the like, a few times each.
  expect(rows.filter(({ shared }) => shared > 0)).toEqual([]);
  expect(Math.max(...rows.map(({ own }) => own))).toBeGreaterThan(5);
});

test('of a year, months are read and not days', async () => {
  const plans = await plansOf(async (numbers) => {
    const period = await numbers.period(guildId, 365);
    return numbers.users(period, { sight: some, ...PAGE });
  });

  expect(plans).toContain('channel_member_months');
  expect(plans).toContain('member_sums');
});
