import { CooldownRepository } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newGuildId } from './support/guild-id.ts';

const HOUR = 3_600_000;
const ANN = '200000000000000003';
const BEN = '200000000000000004';

let database: TestDatabase;
let cooldowns: CooldownRepository;
beforeAll(async () => {
  database = await createTestDatabase();
  cooldowns = new CooldownRepository(database.handle.db);
});
afterAll(() => database.close());

const bucket = (guildId: string | null, userId: string | null = ANN, command = 'stats') => ({
  command,
  guildId,
  channelId: null,
  userId,
});

test('lets as many uses pass as are allowed, and tells when the next one is', async () => {
  const ann = bucket(newGuildId());
  const allowance = { limit: 2, delayMs: HOUR };
  const before = Date.now();

  expect(await cooldowns.take(ann, allowance)).toBeUndefined();
  expect(await cooldowns.take(ann, allowance)).toBeUndefined();
  const until = await cooldowns.take(ann, allowance);

  expect(until?.getTime()).toBeGreaterThan(before + HOUR - 60_000);
  expect(await cooldowns.find(ann, 2)).toEqual(until);
});

test('lets only one of many uses at once pass', async () => {
  const ann = bucket(newGuildId());

  const taken = await Promise.all(
    Array.from({ length: 8 }, () => cooldowns.take(ann, { limit: 1, delayMs: HOUR })),
  );

  expect(taken.filter((until) => until === undefined)).toHaveLength(1);
});

test('begins anew when the time is over', async () => {
  const ann = bucket(newGuildId());

  await cooldowns.take(ann, { limit: 1, delayMs: 1 });
  await expect.poll(() => cooldowns.find(ann, 1)).toBeUndefined();

  expect(await cooldowns.take(ann, { limit: 1, delayMs: HOUR })).toBeUndefined();
  expect(await cooldowns.take(ann, { limit: 1, delayMs: HOUR })).toBeDefined();
});

test('keeps guilds, people and commands apart, and direct messages as well', async () => {
  const guildId = newGuildId();
  const allowance = { limit: 1, delayMs: HOUR };
  const buckets = [
    bucket(guildId),
    bucket(newGuildId()),
    bucket(guildId, BEN),
    bucket(guildId, null),
    bucket(guildId, ANN, 'growth'),
    bucket(null, newGuildId()),
    { ...bucket(guildId, null), channelId: '5' },
  ];

  for (const one of buckets) expect(await cooldowns.take(one, allowance)).toBeUndefined();
  for (const one of buckets) expect(await cooldowns.take(one, allowance)).toBeDefined();
});

test('clears one person’s, or everybody’s, with those of the subcommands', async () => {
  const guildId = newGuildId();
  const allowance = { limit: 1, delayMs: HOUR };
  const buckets = [
    bucket(guildId),
    bucket(guildId, ANN, 'stats user'),
    bucket(guildId, BEN),
    bucket(guildId, ANN, 'statistics'),
  ];
  for (const one of buckets) await cooldowns.take(one, allowance);
  const running = () => Promise.all(buckets.map(async (one) => Boolean(await cooldowns.find(one, 1))));

  await cooldowns.clear({ guildId, command: 'stats', userId: ANN });
  expect(await running()).toEqual([false, false, true, true]);

  await cooldowns.clear({ guildId, command: 'stats' });
  expect(await running()).toEqual([false, false, false, true]);
});

test('throws out what has ended, and nothing else', async () => {
  const [over, running] = [bucket(newGuildId()), bucket(newGuildId())];
  await cooldowns.take(over, { limit: 1, delayMs: 1 });
  await cooldowns.take(running, { limit: 1, delayMs: HOUR });
  await expect.poll(() => cooldowns.find(over, 1)).toBeUndefined();

  await cooldowns.deleteEnded();

  const rows = await database.handle.db
    .selectFrom('core.cooldowns')
    .select('guildId')
    .where('guildId', 'in', [String(over.guildId), String(running.guildId)])
    .execute();
  expect(rows).toEqual([{ guildId: running.guildId }]);
});
