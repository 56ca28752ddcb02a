import { CursorError, paginate, toJsonb, type PluginDatabase } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packValue, unpackValue } from '../src/pagination/packed-value.ts';
import { shelfMigrations } from './support/plugin-tables.ts';

const GUILD = '100000000000000001';
const ITEMS = 23;

let database: TestDatabase;
let db: PluginDatabase<'shelf'>;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.handle.migratePlugin('shelf', shelfMigrations);
  await database.handle.ensureGuild(GUILD);
  db = database.handle.forPlugin('shelf');
});
beforeEach(async () => {
  await db.deleteFrom('shelf.items').execute();
  await db
    .insertInto('shelf.items')
    .values(Array.from({ length: ITEMS }, (_, index) => item(index)))
    .execute();
});
afterAll(() => database.close());

/** Times that differ by single microseconds, weights and titles that repeat. */
function item(index: number) {
  const addedAt = `2026-01-01T00:00:00.${String(Math.floor(index / 2)).padStart(6, '0')}Z`;
  return { guildId: GUILD, title: `t${index % 5} “ü”`, weight: index % 3, tags: toJsonb(['x']), addedAt };
}

const orders = {
  'by id': [{ column: 'id', direction: 'asc' }],
  'by time, newest first': [
    { column: 'addedAt', direction: 'desc' },
    { column: 'id', direction: 'desc' },
  ],
  'by title': [
    { column: 'title', direction: 'asc' },
    { column: 'shelf.items.id', direction: 'asc' },
  ],
  'by weight, newest first': [
    { column: 'weight', direction: 'desc' },
    { column: 'title', direction: 'asc' },
    { column: 'id', direction: 'desc' },
  ],
} as const;

function page(order: keyof typeof orders, limit: number, cursor?: string) {
  return paginate(db.selectFrom('shelf.items').select(['id', 'title']), {
    orderBy: orders[order],
    limit,
    cursor,
  });
}

async function everything(order: keyof typeof orders): Promise<string[]> {
  return (await page(order, ITEMS)).rows.map(({ id }) => id);
}

describe.each(Object.keys(orders) as (keyof typeof orders)[])('a list ordered %s', (order) => {
  test.each([1, 4, ITEMS - 1, ITEMS, ITEMS + 1])(
    'is the same when read forth and back in pages of %i',
    async (limit) => {
      const all = await everything(order);
      const forth: string[] = [];
      let last = await page(order, limit);
      forth.push(...last.rows.map(({ id }) => id));
      while (last.next !== undefined) {
        last = await page(order, limit, last.next);
        forth.push(...last.rows.map(({ id }) => id));
      }
      const back = last.rows.map(({ id }) => id);
      while (last.previous !== undefined) {
        last = await page(order, limit, last.previous);
        back.unshift(...last.rows.map(({ id }) => id));
      }

      expect(forth).toEqual(all);
      expect(back).toEqual(all);
      expect(new Set(all).size).toBe(ITEMS);
    },
  );

  test('has cursors that fit into a custom id and need no escaping', async () => {
    const { next } = await page(order, 4);

    expect(next).toMatch(/^[\w.-]{1,60}$/u);
  });
});

test('the order is what it says', async () => {
  const { rows } = await sql<{
    id: string;
  }>`select id from shelf.items order by weight desc, title, id desc`.execute(db);

  expect(await everything('by weight, newest first')).toEqual(rows.map(({ id }) => id));
});

test('rows that come or go meanwhile are neither repeated nor skipped', async () => {
  const all = await everything('by id');
  const first = await page('by id', 5);
  await db.deleteFrom('shelf.items').where('id', 'in', all.slice(2, 6)).execute();

  const second = await page('by id', 5, first.next);

  expect(second.rows.map(({ id }) => id)).toEqual(all.slice(6, 11));
});

test('gives the rows as the query selects them, and nothing besides', async () => {
  const { rows } = await page('by title', 1);

  expect(Object.keys(rows[0] ?? {})).toEqual(['id', 'title']);
});

test('an empty list is one empty page', async () => {
  await db.deleteFrom('shelf.items').execute();

  expect(await page('by id', 5)).toEqual({ rows: [], next: undefined, previous: undefined });
});

test.each(['', 'a', 'x.n1', 'a.n1', 'a.n1.n2.n3', 'a.q1.n2', 'a.n!.n2', 'a.sxx.n2'])(
  'refuses "%s", which is no cursor of the list',
  async (cursor) => {
    await expect(page('by time, newest first', 5, cursor)).rejects.toThrow(CursorError);
  },
);

test.each([0, -1, 1.5, Number.NaN])('refuses the limit %d', async (limit) => {
  await expect(page('by id', limit)).rejects.toThrow(RangeError);
});

test('says that a column which may be null cannot order a list', async () => {
  const query = db.selectFrom('shelf.items').select('id');

  await expect(
    paginate(query, { orderBy: [{ column: 'deletedAt', direction: 'asc' }], limit: 2 }),
  ).rejects.toThrow(/null/u);
});

test.each([
  '0',
  '-1',
  '9223372036854775807',
  '-9223372036854775808',
  '007',
  '-0',
  '2026-01-01 00:00:00+00',
  '2026-01-01 00:00:00.000001+00',
  '1969-12-31 23:59:59.5+00',
  '2026-01-01 00:00:00.10+00',
  '2026-01-01 02:00:00+02',
  '2026-02-31 00:00:00+00',
  'infinity',
  '',
  'ü “quoted” . text',
])('packing "%s" loses nothing', (text) => {
  const packed = packValue(text);

  expect(unpackValue(packed)).toBe(text);
  expect(packed).toMatch(/^[\w-]+$/u);
});

test('ids and times are packed short', () => {
  expect(packValue('1234567890123456789').length).toBeLessThanOrEqual(14);
  expect(packValue('2026-11-22 21:38:01.123456+00').length).toBeLessThanOrEqual(12);
});
