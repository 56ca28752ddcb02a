import { SettingsConflictError, startDatabase } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readSettings } from '../../src/settings/read-settings.ts';
import { SettingsService } from '../../src/settings/settings-service.ts';
import { silentLogger } from '../silent-logger.ts';

const schema = z.strictObject({
  limit: z.number().int().min(1).max(100).default(10),
  mode: z.enum(['quiet', 'loud']).default('quiet'),
  words: z.array(z.string()).default([]),
});
const gallery = { id: 'gallery', settings: schema };
const USER = '923456789012345678';

let database: TestDatabase;
let settings: SettingsService;
const warnings: string[] = [];
let guilds = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const logger = {
    ...silentLogger,
    warn: (...values: readonly unknown[]) => void warnings.push(values.join(' ')),
  };
  settings = new SettingsService({ database: database.handle, logger });
});
afterAll(async () => {
  settings.close();
  await database.close();
});

function newGuild(): string {
  guilds += 1;
  return `8234567890123456${String(guilds).padStart(2, '0')}`;
}

describe('reading', () => {
  test.each<[string, unknown, object, string[]]>([
    ['nothing stored gives the defaults', undefined, {}, []],
    ['what is stored holds', { limit: 5, mode: 'loud' }, { limit: 5, mode: 'loud' }, []],
    ['an invalid field falls back alone', { limit: 500, mode: 'loud' }, { mode: 'loud' }, ['limit']],
    ['a field of another type falls back', { words: 'one', limit: 3 }, { limit: 3 }, ['words']],
    ['a field that the schema does not know is left out', { colour: 'red', limit: 3 }, { limit: 3 }, []],
    ['something that is no object gives the defaults', ['x'], {}, []],
  ])('%s', (_what, stored, expected, problems) => {
    const read = readSettings(schema, stored);

    expect(read.values).toEqual({ limit: 10, mode: 'quiet', words: [], ...expected });
    expect(read.problems.map(({ field }) => field)).toEqual(problems);
  });

  test('fields that do not go together give the defaults', () => {
    const range = z.strictObject({ from: z.number().default(1), to: z.number().default(2) });
    const ordered = range.refine(({ from, to }) => from <= to, 'from must not be above to');

    const read = readSettings(ordered, { from: 5, to: 3 });

    expect(read).toEqual({
      values: { from: 1, to: 2 },
      problems: [{ field: '', reason: 'from must not be above to' }],
    });
  });
});

test('a guild that never changed anything has the defaults', async () => {
  expect(await settings.of(gallery).get(newGuild())).toEqual({ limit: 10, mode: 'quiet', words: [] });
});

test('a change is read back at once and is a revision with its author', async () => {
  const guildId = newGuild();

  const first = await settings.set({ guildId, plugin: gallery, values: { limit: 3 }, byUserId: USER });
  const second = await settings.set({
    guildId,
    plugin: gallery,
    values: { mode: 'loud' },
    byUserId: undefined,
  });

  expect(await settings.get(guildId, gallery)).toEqual({ limit: 10, mode: 'loud', words: [] });
  expect(first).toMatchObject({ revision: 1, changedBy: USER });
  expect(second).toMatchObject({ revision: 2, changedBy: null });
});

test.each([
  ['a value out of range', { limit: 0 }, 'limit'],
  ['a value that is none of those allowed', { mode: 'silent' }, 'mode'],
  ['a field that there is not', { colour: 'red' }, 'colour'],
])('%s is refused by name, and nothing is stored', async (_what, values, field) => {
  const guildId = newGuild();

  const change = settings.set({ guildId, plugin: gallery, values, byUserId: USER });

  await expect(change).rejects.toMatchObject({
    identifier: 'core.invalid-settings',
    message: expect.stringContaining(field),
  });
  expect(await settings.stored(guildId, 'gallery')).toBeUndefined();
});

test('whoever decided on an older revision is told', async () => {
  const guildId = newGuild();
  await settings.set({ guildId, plugin: gallery, values: { limit: 3 }, byUserId: USER });

  const late = settings.set({
    guildId,
    plugin: gallery,
    values: { limit: 4 },
    byUserId: USER,
    expectedRevision: 0,
  });

  await expect(late).rejects.toBeInstanceOf(SettingsConflictError);
});

test('a stored field that a newer schema refuses falls back, with one notice', async () => {
  const guildId = newGuild();
  await settings.set({ guildId, plugin: gallery, values: { limit: 90, mode: 'loud' }, byUserId: USER });
  const newer = { id: 'gallery', settings: schema.extend({ limit: z.number().max(50).default(20) }) };

  for (let time = 0; time < 3; time += 1)
    expect(await settings.of(newer).get(guildId)).toMatchObject({ limit: 20, mode: 'loud' });

  const notices = warnings.filter((line) => line.includes(guildId));
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('"limit"');
});

test('a change in one process is seen in the other', async () => {
  const guildId = newGuild();
  const handle = await startDatabase({ url: database.url, dataDir: '' });
  const elsewhere = new SettingsService({ database: handle, logger: silentLogger });
  expect(await elsewhere.get(guildId, gallery)).toMatchObject({ limit: 10 });

  await settings.set({ guildId, plugin: gallery, values: { limit: 7 }, byUserId: USER });

  await vi.waitFor(async () => expect(await elsewhere.get(guildId, gallery)).toMatchObject({ limit: 7 }));
  await handle.close();
});
