import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Activity } from '../src/counting/batch.ts';
import { csvFiles } from '../src/export/csv-file.ts';
import { statisticsTables } from '../src/export/statistics-tables.ts';
import { Numbers } from '../src/numbers/numbers.ts';
import type { Sight } from '../src/numbers/sight.ts';
import { activityAt, createStatsDatabase, type StatsDatabase } from './stats-database.ts';

const CHANNELS = ['301', '302', '303'] as const;
const PEOPLE = ['201', '202', '203', '204'] as const;
const HIDDEN = '303';
const DAY_MS = 86_400_000;
const MOST_BYTES = 8_000_000;

/** Each with a moment after both changes of its clocks within a year: of an hour, of none, and of half an hour. */
const ZONES = [
  ['Europe/Berlin', '2030-11-02T20:00:00Z', ['2030-03-31', '2030-10-27']],
  ['Asia/Kolkata', '2030-11-02T20:00:00Z', []],
  ['Australia/Lord_Howe', '2030-11-02T20:00:00Z', ['2030-04-07', '2030-10-06']],
] as const;

const SIGHT: Sight = {
  seesAll: false,
  visible: CHANNELS.filter((id) => id !== HIDDEN),
  hidden: [HIDDEN],
  smaller: 'hidden',
};

let database: StatsDatabase;
beforeAll(async () => {
  database = await createStatsDatabase();
  vi.useFakeTimers({ toFake: ['Date'] });
});
afterAll(async () => {
  vi.useRealTimers();
  await database[Symbol.asyncDispose]();
});

/** A message, as Discord tells of it. */
interface Message {
  readonly at: number;
  readonly channelId: string;
  readonly userId: string;
}

/** Messages of a year, most of them on the days on which clocks change. */
function messagesOf(end: number, changes: readonly string[]): fc.Arbitrary<Message[]> {
  const anyMoment = fc.integer({ min: end - 364 * DAY_MS, max: end });
  const moments = changes.map((day) => {
    const start = Date.parse(`${day}T00:00:00Z`) - DAY_MS / 2;
    return fc.integer({ min: start, max: start + 2 * DAY_MS });
  });
  const message = fc.record({
    at: fc.oneof(anyMoment, ...moments),
    channelId: fc.constantFrom(...CHANNELS),
    userId: fc.constantFrom(...PEOPLE),
  });
  return fc.array(message, { minLength: 1, maxLength: 120 });
}

/** How many messages there are by what each belongs to. */
function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts = Object.entries(Object.groupBy(items, keyOf));
  return Object.fromEntries(counts.map(([key, of = []]) => [key, of.length]));
}

/** The rows of a table as a spreadsheet reads them. */
async function readCsv(
  tables: ReturnType<typeof statisticsTables>,
  name: string,
): Promise<Record<string, string>[]> {
  const table = tables.find((one) => one.name.startsWith(name));
  if (!table) throw new Error(`There is no table ${name}.`);
  const files: Buffer[] = [];
  for await (const { content } of csvFiles(table, MOST_BYTES))
    files.push(await buffer(Readable.from([content])));
  const [head = '', ...lines] = files.join('').replace('\u{FEFF}', '').trim().split('\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
}

/** Counts that are not zero. */
function positive(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

test.each(ZONES)(
  'charts, tables and a count of the same messages agree over a year in %s',
  { timeout: 120_000 },
  async (timeZone, now, changes) => {
    const end = Date.parse(now);
    vi.setSystemTime(end);
    const numbers = new Numbers({
      db: database.db,
      guild: async () => ({ timeZone, prefix: null, locale: 'en-US' }),
    });
    const lengths = fc.constantFrom(1, 2, 7, 30, 60, 90, 200, 365);
    await fc.assert(
      fc.asyncProperty(messagesOf(end, changes), lengths, async (messages, days) => {
        const guildId = await database.newGuild();
        await database.count(merged(guildId, messages, timeZone));
        const period = await numbers.period(guildId, days);

        // What follows knows nothing of how the plugin counts.
        const first = DateTime.fromMillis(end, { zone: timeZone })
          .startOf('day')
          .minus({ days: days - 1 });
        const dayOf = ({ at }: Message): string =>
          DateTime.fromMillis(at, { zone: timeZone }).toFormat('yyyy-MM-dd');
        const among = messages.filter(({ at }) => at >= first.toMillis());
        const seen = among.filter(({ channelId }) => channelId !== HIDDEN);

        const chart = await numbers.days(period);
        expect(chart).toHaveLength(days);
        expect(positive(Object.fromEntries(chart.map(({ day, messages: count }) => [day, count])))).toEqual(
          countBy(among, dayOf),
        );
        expect(await numbers.totals(period)).toMatchObject({
          messages: among.length,
          people: new Set(among.map(({ userId }) => userId)).size,
        });

        const ownId = PEOPLE[0];
        const { rows: people, own } = await numbers.users(period, {
          sight: SIGHT,
          limit: 10,
          offset: 0,
          ownId,
        });
        expect(Object.fromEntries(people.map(({ userId, messages: count }) => [userId, count]))).toEqual(
          countBy(seen, ({ userId }) => userId),
        );
        const place = 1 + people.findIndex(({ userId }) => userId === ownId);
        expect(own).toEqual(place > 0 ? { ...people[place - 1], place } : undefined);
        // The caller's place is known on every page.
        const beyond = await numbers.users(period, { sight: SIGHT, limit: 1, offset: 2, ownId });
        expect([beyond.own, beyond.rows]).toEqual([own, people.slice(2, 3)]);

        const theirs = await numbers.totals(period, { userIds: [ownId], sight: SIGHT });
        expect(theirs).toMatchObject({ messages: own?.messages ?? 0, people: own ? 1 : 0 });

        const { rows: channels } = await numbers.channels(period, { sight: SIGHT, limit: 10, offset: 0 });
        expect(
          Object.fromEntries(channels.map(({ channelId, messages: count }) => [channelId, count])),
        ).toEqual(countBy(seen, ({ channelId }) => channelId));
        const of = { channelIds: ['301'] };
        expect((await numbers.totals(period, of)).people).toBe(
          new Set(among.filter(({ channelId }) => channelId === '301').map(({ userId }) => userId)).size,
        );

        const request = { numbers, period, sight: SIGHT, guild: { channels: { cache: new Map() } } as never };
        const tables = statisticsTables(request);
        const byDay = await readCsv(tables, 'days');
        expect(byDay.map(({ day, messages: count }) => [day, Number(count)])).toEqual(
          chart.map(({ day, messages: count }) => [day, count]),
        );
        const byChannel = await readCsv(tables, 'channels');
        expect(
          Object.fromEntries(
            byChannel.map(({ day, channel_id: id, messages: count }) => [`${day} ${id}`, Number(count)]),
          ),
        ).toEqual(countBy(seen, (message) => `${dayOf(message)} ${message.channelId}`));

        const { from, values } = await numbers.heat(period);
        const recent = among.filter((message) => dayOf(message) >= from);
        const weekdays = countBy(recent, ({ at }) =>
          DateTime.fromMillis(at, { zone: timeZone }).toFormat('c H'),
        );
        const cells = values.flatMap((row, weekday) =>
          row.map((count, hour) => [`${weekday + 1} ${hour}`, count]),
        );
        expect(positive(Object.fromEntries(cells))).toEqual(weekdays);
      }),
      { numRuns: 12 },
    );
  },
);

test.each([
  ['Europe/Berlin', '2030-03-31', 23],
  ['Europe/Berlin', '2030-10-27', 25],
  ['Asia/Kolkata', '2030-10-27', 24],
  ['Australia/Lord_Howe', '2030-04-07', 25],
  ['Australia/Lord_Howe', '2030-10-06', 24],
])(
  'the day of %s on %s is shown by its %i hours, each message in the one it was written in',
  async (timeZone, day, hours) => {
    const numbers = new Numbers({
      db: database.db,
      guild: async () => ({ timeZone, prefix: null, locale: 'en-US' }),
    });
    const guildId = await database.newGuild();
    const start = DateTime.fromISO(day, { zone: timeZone }).startOf('day');
    const length = start.plus({ days: 1 }).toMillis() - start.toMillis();
    const messages = Array.from({ length: length / 1_800_000 }, (_, index) => ({
      at: start.toMillis() + index * 1_800_000,
      channelId: '301',
      userId: '201',
    }));
    await database.count(merged(guildId, messages, timeZone));

    const shown = await numbers.hours({ guildId, from: day, to: day });

    expect(shown).toHaveLength(hours);
    expect(shown.reduce((sum, { messages: count }) => sum + count, 0)).toBe(messages.length);
    expect(shown.every(({ messages: count }) => count === 1 || count === 2)).toBe(true);
    expect((await numbers.days({ guildId, from: day, to: day }))[0]?.messages).toBe(messages.length);
  },
);

/** As counting merges them: one row for each person, channel and hour. */
function merged(guildId: string, messages: readonly Message[], timeZone: string): Activity[] {
  const rows = new Map<string, Activity>();
  for (const { at, channelId, userId } of messages) {
    const row = activityAt(at, { guildId, channelId, userId, timeZone });
    const key = `${row.hour} ${row.day} ${channelId} ${userId}`;
    rows.set(key, { ...row, messages: (rows.get(key)?.messages ?? 0) + 1 });
  }
  return [...rows.values()];
}
