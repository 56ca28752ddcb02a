import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exclusively } from '../src/database/exclusively.ts';
import {
  createModerationDatabase,
  type ModerationDatabase,
  OTHER_ID,
  TARGET_ID,
} from './moderation-database.ts';

let database: ModerationDatabase;

beforeAll(async () => {
  database = await createModerationDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

test('works on the bans of one person one after the other', async () => {
  const key = { guildId: await database.newGuild(), userId: TARGET_ID };
  const events: string[] = [];
  const work = (name: string) =>
    exclusively(database.db, key, async () => {
      events.push(`${name} begins`);
      await sleep(50);
      events.push(`${name} ends`);
    });

  await Promise.all([work('one'), work('two')]);

  const [first, second] = events[0] === 'one begins' ? ['one', 'two'] : ['two', 'one'];
  expect(events).toEqual([`${first} begins`, `${first} ends`, `${second} begins`, `${second} ends`]);
});

test('works on the bans of two people at the same time', async () => {
  const guildId = await database.newGuild();
  const { promise: released, resolve: release } = Promise.withResolvers<void>();

  const first = exclusively(database.db, { guildId, userId: TARGET_ID }, () => released);
  await exclusively(database.db, { guildId, userId: OTHER_ID }, async () => release());

  await expect(first).resolves.toBeUndefined();
});

test('lets the next one in when the work fails', async () => {
  const key = { guildId: await database.newGuild(), userId: TARGET_ID };
  const failing = exclusively(database.db, key, () => Promise.reject(new Error('refused')));

  await expect(failing).rejects.toThrow('refused');

  await expect(exclusively(database.db, key, async () => 'done')).resolves.toBe('done');
});
