import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Case, CaseRepository, type NewCase } from '../src/database/case-repository.ts';
import { CaseSearchRepository } from '../src/database/case-search-repository.ts';
import {
  createModerationDatabase,
  MODERATOR_ID,
  type ModerationDatabase,
  newCase,
  OTHER_ID,
  TARGET_ID,
} from './moderation-database.ts';

let database: ModerationDatabase;
let cases: CaseRepository;
let search: CaseSearchRepository;

beforeAll(async () => {
  database = await createModerationDatabase();
  cases = new CaseRepository(database.db);
  search = new CaseSearchRepository(database.db);
});
afterAll(() => database[Symbol.asyncDispose]());

async function openMany(guildId: string, count: number, values: Partial<NewCase> = {}): Promise<void> {
  for (let opened = 0; opened < count; opened += 1) await cases.open(newCase(guildId, values));
}

function numbers(found: readonly Case[]): number[] {
  return found.map(({ number }) => number);
}

async function softDelete(guildId: string, number: number): Promise<void> {
  await database.db
    .updateTable('moderation.cases')
    .set({ deletedAt: new Date() })
    .where((eb) => eb.and({ guildId, number }))
    .execute();
}

test('pages from the newest case to the oldest and back', async () => {
  const guildId = await database.newGuild();
  await openMany(guildId, 25);

  const first = await search.list({ guildId });
  const second = await search.list({ guildId }, first.next);
  const third = await search.list({ guildId }, second.next);
  const back = await search.list({ guildId }, third.previous);

  expect(numbers(first.rows)).toEqual([25, 24, 23, 22, 21, 20, 19, 18, 17, 16]);
  expect(numbers(third.rows)).toEqual([5, 4, 3, 2, 1]);
  expect(numbers(back.rows)).toEqual(numbers(second.rows));
  expect([first.previous, third.next]).toEqual([undefined, undefined]);
});

test('neither repeats nor skips a case when one is opened or deleted between two pages', async () => {
  const guildId = await database.newGuild();
  await openMany(guildId, 15);
  const first = await search.list({ guildId });

  await openMany(guildId, 1);
  await softDelete(guildId, 6);
  const second = await search.list({ guildId }, first.next);

  expect(numbers(second.rows)).toEqual([5, 4, 3, 2, 1]);
});

test('narrows by target, moderator and type together', async () => {
  const guildId = await database.newGuild();
  await openMany(guildId, 1, { targetId: OTHER_ID });
  await openMany(guildId, 1, { moderatorId: OTHER_ID });
  await openMany(guildId, 1, { type: 'kick' });
  await openMany(guildId, 1);

  const { rows } = await search.list({
    guildId,
    targetId: TARGET_ID,
    moderatorId: MODERATOR_ID,
    type: 'warn',
  });

  expect(numbers(rows)).toEqual([4]);
});

test('shows nothing of other guilds', async () => {
  const [here, elsewhere] = [await database.newGuild(), await database.newGuild()];
  await openMany(elsewhere, 2);

  await expect(search.list({ guildId: here })).resolves.toMatchObject({ rows: [] });
});

test('leaves deleted cases out of lists, totals and suggestions', async () => {
  const guildId = await database.newGuild();
  await openMany(guildId, 2);
  await softDelete(guildId, 1);

  const { rows } = await search.list({ guildId });
  const totals = await search.countByType({ guildId });
  const suggested = await search.suggest(guildId, '', 25);

  expect(numbers(rows)).toEqual([2]);
  expect(totals.get('warn')).toBe(1);
  expect(numbers(suggested)).toEqual([2]);
});

test('counts by type what took place', async () => {
  const guildId = await database.newGuild();
  await openMany(guildId, 3);
  await openMany(guildId, 1, { type: 'ban' });
  await openMany(guildId, 1, { type: 'ban', state: 'failed' });
  await openMany(guildId, 1, { type: 'kick', state: 'pending' });

  const totals = await search.countByType({ guildId, targetId: TARGET_ID });

  expect(Object.fromEntries(totals)).toEqual({ ban: 1, warn: 3 });
});

test.each([
  ['', [23, 22, 21, 20, 19]],
  ['2', [23, 22, 21, 20, 2]],
  ['13', [13]],
  ['99', []],
  ['0', []],
  ['mallory', []],
  ['99999999999', []],
])('suggests the newest cases that begin with "%s"', async (digits, expected) => {
  const guildId = await database.newGuild();
  await openMany(guildId, 23);

  await expect(search.suggest(guildId, digits, 5).then(numbers)).resolves.toEqual(expected);
});
