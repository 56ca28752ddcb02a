import fc from 'fast-check';
import { type RawBuilder, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activity, EmojiUse } from '../src/counting/batch.ts';
import { addEmoji } from '../src/database/activity-repository.ts';
import { activityAt, createStatsDatabase, type StatsDatabase } from './stats-database.ts';

const START = Date.parse('2030-01-20T12:00:00Z');
const HOUR_MS = 3_600_000;
const MEASURES = sql.raw(
  ['messages', 'attachments', 'reactions', 'voice_seconds'].map((name) => `sum(${name})::int`).join(),
);

let database: StatsDatabase;
beforeAll(async () => {
  database = await createStatsDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

/** What is stored, and what it should be, of each table of sums. */
function comparisons(guildId: string): readonly [stored: RawBuilder<unknown>, truth: RawBuilder<unknown>][] {
  const month = sql`date_trunc('month', day)::date`;
  const spans = sql`cross join lateral (values (false, day), (true, ${month})) as span (is_month, start)`;
  const ofGuild = sql`where guild_id = ${guildId}`;
  // A row of nothing but zeros says nothing.
  const notEmpty = sql`having sum(messages + attachments + reactions + voice_seconds) > 0`;
  const of = (table: string, key: RawBuilder<unknown>) =>
    sql`select ${key}, ${MEASURES} from ${sql.id('stats', table)} ${ofGuild} group by ${key} ${notEmpty}`;
  const from = (key: RawBuilder<unknown>, joins = sql``) =>
    sql`select ${key}, ${MEASURES} from stats.activity_days ${joins} ${ofGuild} group by ${key} ${notEmpty}`;
  const [member, channel] = [sql`is_month, start, user_id`, sql`is_month, start, channel_id`];
  return [
    [of('member_sums', member), from(member, spans)],
    [of('channel_sums', channel), from(channel, spans)],
    [
      of('channel_member_months', sql`start, channel_id, user_id`),
      from(sql`start, channel_id, user_id`, sql`cross join lateral (select ${month} as start) as span`),
    ],
    [
      sql`select channel_id, hour, day, messages::int from stats.channel_hours ${ofGuild} and messages > 0`,
      sql`select channel_id, hour, day, sum(messages)::int from stats.activity_hours ${ofGuild} and messages > 0 group by 1, 2, 3`,
    ],
    [
      sql`select hour, day, messages::int from stats.guild_hours ${ofGuild} and messages > 0`,
      sql`select hour, day, sum(messages)::int from stats.activity_hours ${ofGuild} and messages > 0 group by 1, 2`,
    ],
    [
      sql`select is_month, start, emoji, in_messages::int, in_reactions::int from stats.emoji_sums ${ofGuild} and in_messages + in_reactions > 0`,
      sql`select is_month, start, emoji, sum(in_messages)::int, sum(in_reactions)::int
        from stats.emoji_days ${spans} ${ofGuild} group by 1, 2, 3`,
    ],
  ];
}

/** Rows that are in one of both alone. */
async function differences(guildId: string, on = database): Promise<unknown[]> {
  const found = comparisons(guildId).map(async ([stored, truth]) => {
    const { rows } = await sql`
      ((${stored}) except all (${truth})) union all ((${truth}) except all (${stored}))`.execute(on.db);
    return rows;
  });
  return (await Promise.all(found)).flat();
}

async function count(table: string, guildId: string): Promise<number> {
  const { rows } = await sql<{ rows: number }>`
    select count(*)::int as rows from ${sql.id('stats', table)} where guild_id = ${guildId}`.execute(
    database.db,
  );
  return rows[0]?.rows ?? 0;
}

const place = fc.record({
  channelId: fc.constantFrom('301', '302', '303'),
  userId: fc.constantFrom('201', '202', '203', '204'),
  hours: fc.integer({ min: 0, max: 24 * 60 }),
});
const amounts = fc.record({
  messages: fc.integer({ min: 0, max: 5 }),
  attachments: fc.integer({ min: 0, max: 2 }),
  reactions: fc.integer({ min: 0, max: 3 }),
  voiceSeconds: fc.constantFrom(0, 0, 60),
});

test('sums follow whatever is written and erased', { timeout: 60_000 }, async () => {
  const batch = fc.array(fc.tuple(place, amounts), { minLength: 1, maxLength: 30 });
  const step = fc.oneof(
    { weight: 4, arbitrary: batch },
    { weight: 1, arbitrary: fc.record({ erased: fc.constantFrom('201', '202', '203') }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const guildId = await database.newGuild();
      for (const one of steps) {
        if (Array.isArray(one)) await write(guildId, one);
        else await erase(guildId, one.erased);
      }
      expect(await differences(guildId)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

type Did = [place: { channelId: string; userId: string; hours: number }, amounts: Partial<Activity>];

async function write(guildId: string, done: readonly Did[], on = database): Promise<void> {
  const activity = new Map<string, Activity>();
  const emoji = new Map<string, EmojiUse>();
  for (const [{ hours, ...where }, did] of done) {
    const row = activityAt(START + hours * HOUR_MS, { guildId, ...where, ...did });
    activity.set(`${row.hour} ${row.channelId} ${row.userId}`, row);
    const [inMessages, inReactions] = [did.messages ?? 0, did.reactions ?? 0];
    const use = {
      guildId,
      userId: row.userId,
      day: row.day,
      emoji: '🎉',
      name: null,
      inMessages,
      inReactions,
    };
    if (inMessages + inReactions > 0) emoji.set(`${row.day} ${row.userId}`, use);
  }
  await on.count([...activity.values()]);
  await on.db.transaction().execute((transaction) => addEmoji(transaction, [...emoji.values()]));
}

async function erase(guildId: string, userId: string): Promise<void> {
  for (const table of ['activity_days', 'activity_hours', 'emoji_days'])
    await sql`delete from ${sql.id('stats', table)} where guild_id = ${guildId} and user_id = ${userId}`.execute(
      database.db,
    );
}

test('nothing is left of sums when everything is erased, or when the guild is gone', async () => {
  const tables = [
    'member_sums',
    'channel_sums',
    'channel_member_months',
    'channel_hours',
    'guild_hours',
    'emoji_sums',
  ];
  const erased = await database.newGuild();
  const gone = await database.newGuild();
  const did: Did = [
    { channelId: '301', userId: '201', hours: 1 },
    { messages: 3, reactions: 1 },
  ];
  for (const guildId of [erased, gone]) await write(guildId, [did]);
  for (const table of tables) expect(await count(table, erased)).toBeGreaterThan(0);

  await erase(erased, '201');
  await sql`delete from core.guilds where id = ${gone}`.execute(database.handle.db);

  for (const table of tables)
    for (const guildId of [erased, gone]) expect(await count(table, guildId)).toBe(0);
});

test('what was counted before there were sums is in them, as if each row had been added to them', async () => {
  const { migrations } = await import('../src/database/migrations/migrations.ts');
  await using older = await createStatsDatabase();
  const { '0010-create-sums': sums } = migrations;
  const guilds = [await older.newGuild(), await older.newGuild()];
  const done = fc
    .sample(fc.array(fc.tuple(place, amounts), { minLength: 40, maxLength: 40 }), {
      numRuns: 1,
      seed: 1,
    })
    .flat();
  await sums?.down(older.handle.db);
  for (const guildId of guilds) await write(guildId, done, older);

  await sums?.up(older.handle.db);

  for (const guildId of guilds) {
    expect(await differences(guildId, older)).toEqual([]);
    // What follows adds to them.
    await write(guildId, done, older);
    expect(await differences(guildId, older)).toEqual([]);
  }
  const { rows } = await sql`select from stats.channel_member_months`.execute(older.db);
  expect(rows.length).toBeGreaterThan(0);
});
