import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IdentifyRepository } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';

const HOUR_MS = 3_600_000;

let database: TestDatabase;
let turns: IdentifyRepository;
let keys = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  turns = new IdentifyRepository(database.handle.db);
});
afterAll(() => database.close());

test('of many that ask at once, one gets the turn, and the others hear how long to wait', async () => {
  const key = (keys += 1);

  const answers = await Promise.all(Array.from({ length: 10 }, () => turns.take(key, HOUR_MS)));

  expect(answers.filter((waitMs) => waitMs === undefined)).toHaveLength(1);
  for (const waitMs of answers.filter((each) => each !== undefined)) {
    expect(waitMs).toBeGreaterThan(HOUR_MS - 60_000);
    expect(waitMs).toBeLessThanOrEqual(HOUR_MS);
  }
});

test('the next turn comes when the time is over', async () => {
  const key = (keys += 1);
  await turns.take(key, 0);
  await sql`update core.identifies set at = at - interval '2 seconds' where key = ${key}`.execute(
    database.handle.db,
  );

  expect(await turns.take(key, HOUR_MS)).toBeGreaterThan(0);
  expect(await turns.take(key, 1_000)).toBeUndefined();
  expect(await turns.take(key, 1_000)).toBeGreaterThan(0);
});

test('each key has turns of its own', async () => {
  const [one, other] = [(keys += 1), (keys += 1)];

  expect(await turns.take(one, HOUR_MS)).toBeUndefined();
  expect(await turns.take(other, HOUR_MS)).toBeUndefined();
});

test('a clock that was set back keeps nobody waiting', async () => {
  const key = (keys += 1);
  await turns.take(key, HOUR_MS);
  await sql`update core.identifies set at = at + interval '1 day' where key = ${key}`.execute(
    database.handle.db,
  );

  expect(await turns.take(key, HOUR_MS)).toBeUndefined();
});
