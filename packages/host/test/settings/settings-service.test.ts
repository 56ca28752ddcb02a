import { type DatabaseHandle, AuditLogRepository, SettingsRepository, startDatabase } from '@twi/database';
import type { ILogger } from '@sapphire/framework';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { AuditTrail } from '../../src/audit/audit-trail.ts';
import { readSettings } from '../../src/settings/read-settings.ts';
import type { PluginSettings } from '../../src/settings/settings-versions.ts';
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

function serviceOn(handle: DatabaseHandle, logger: ILogger): SettingsService {
  return new SettingsService({ database: handle, audit: new AuditTrail(handle), logger });
}

beforeAll(async () => {
  database = await createTestDatabase();
  const logger = {
    ...silentLogger,
    warn: (...values: readonly unknown[]) => void warnings.push(values.join(' ')),
  };
  settings = serviceOn(database.handle, logger);
});
afterAll(async () => {
  settings.close();
  await database.close();
});

/** Stores fields besides those that are stored. */
function set(guildId: string, values: Readonly<Record<string, unknown>>, plugin: PluginSettings = gallery) {
  return settings.change({
    guildId,
    byUserId: USER,
    action: 'core.settings-set',
    edits: [{ plugin, edit: ({ stored }) => ({ ...stored, ...values }) }],
  });
}

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
      stored: {},
      problems: [{ field: '', reason: 'from must not be above to' }],
    });
  });
});

test('a guild that never changed anything has the defaults', async () => {
  expect(await settings.of(gallery).get(newGuild())).toEqual({ limit: 10, mode: 'quiet', words: [] });
});

test('a change is read back at once and is a revision with its author', async () => {
  const guildId = newGuild();

  await set(guildId, { limit: 3 });
  await settings.change({
    guildId,
    action: 'core.settings-set',
    edits: [{ plugin: gallery, edit: () => ({ mode: 'loud' }) }],
  });

  expect(await settings.get(guildId, gallery)).toEqual({ limit: 10, mode: 'loud', words: [] });
  const { rows } = await settings.history(guildId, 'gallery', { limit: 5 });
  expect(rows).toMatchObject([
    { revision: 2, changedBy: null },
    { revision: 1, changedBy: USER },
  ]);
});

test('a change that changes nothing is no revision and leaves no entry', async () => {
  const guildId = newGuild();
  await set(guildId, { limit: 3, mode: 'loud' });

  const again = await set(guildId, { mode: 'loud', limit: 3 });

  expect(again).toEqual([]);
  expect((await settings.state(guildId, gallery)).revision).toBe(1);
  const { rows } = await new AuditLogRepository(database.handle.db).list(guildId, { limit: 5 });
  expect(rows).toHaveLength(1);
});

test('a change is in the audit log with what undoing it takes', async () => {
  const guildId = newGuild();
  await set(guildId, { limit: 3 });

  await set(guildId, { limit: 5, mode: 'loud' });

  const { rows } = await new AuditLogRepository(database.handle.db).list(guildId, { limit: 5 });
  expect(rows[0]).toMatchObject({
    userId: USER,
    action: 'core.settings-set',
    target: 'gallery',
    details: { gallery: { limit: '3 → 5', mode: 'quiet → loud' } },
    reversal: { plugins: [{ id: 'gallery', from: 1, to: 2 }] },
  });
});

test('of several plugins all change or none', async () => {
  const guildId = newGuild();
  const quotes = { id: 'quotes', settings: z.strictObject({ limit: z.number().max(5).default(1) }) };

  const change = settings.change({
    guildId,
    action: 'core.settings-import',
    edits: [
      { plugin: gallery, edit: () => ({ limit: 3 }) },
      { plugin: quotes, edit: () => ({ limit: 6 }) },
    ],
  });

  await expect(change).rejects.toMatchObject({ identifier: 'core.invalid-settings' });
  expect((await settings.state(guildId, gallery)).revision).toBe(0);
});

test('changes at once take turns: none overwrites the fields of another', async () => {
  const guildId = newGuild();

  await Promise.all([
    set(guildId, { limit: 3 }),
    set(guildId, { mode: 'loud' }),
    set(guildId, { words: ['a'] }),
  ]);

  expect(await settings.get(guildId, gallery)).toEqual({ limit: 3, mode: 'loud', words: ['a'] });
});

test.each([
  ['a value out of range', { limit: 0 }, 'limit'],
  ['a value that is none of those allowed', { mode: 'silent' }, 'mode'],
  ['a field that there is not', { colour: 'red' }, 'colour'],
])('%s is refused by name, and nothing is stored', async (_what, values, field) => {
  const guildId = newGuild();

  const change = set(guildId, values);

  await expect(change).rejects.toMatchObject({
    identifier: 'core.invalid-settings',
    message: expect.stringContaining(field),
  });
  expect((await settings.state(guildId, gallery)).revision).toBe(0);
});

test('a stored field that a newer schema refuses falls back, with one notice', async () => {
  const guildId = newGuild();
  await set(guildId, { limit: 90, mode: 'loud' });
  const newer = { id: 'gallery', settings: schema.extend({ limit: z.number().max(50).default(20) }) };

  for (let time = 0; time < 3; time += 1)
    expect(await settings.of(newer).get(guildId)).toMatchObject({ limit: 20, mode: 'loud' });

  const notices = warnings.filter((line) => line.includes(guildId));
  expect(notices).toHaveLength(1);
  expect(notices[0]).toContain('"limit"');
});

describe('versions', () => {
  const second = {
    id: 'gallery',
    settings: z.strictObject({ most: z.number().max(50).default(10), loud: z.boolean().default(false) }),
    settingsMigrations: [
      ({ limit: most, mode }: Readonly<Record<string, unknown>>) => ({ most, loud: mode === 'loud' }),
    ],
  };

  test('what an earlier version stored is read through the migrations, and stays as it was stored', async () => {
    const guildId = newGuild();
    await set(guildId, { limit: 30, mode: 'loud' });

    expect(await settings.of(second).get(guildId)).toEqual({ most: 30, loud: true });
    await set(guildId, { most: 40 }, second);

    expect(await settings.of(second).get(guildId)).toEqual({ most: 40, loud: true });
    const { rows } = await settings.history(guildId, 'gallery', { limit: 5 });
    expect(rows).toMatchObject([
      { schemaVersion: 2, value: { most: 40, loud: true } },
      { schemaVersion: 1, value: { limit: 30, mode: 'loud' } },
    ]);
    expect(await settings.stateAt(guildId, second, 1)).toMatchObject({ values: { most: 30, loud: true } });
    expect(await settings.stateAt(guildId, second, Number.MAX_SAFE_INTEGER)).toBeUndefined();
  });

  test('what a newer version stored is taken where it fits, with one notice', async () => {
    const guildId = newGuild();
    await new SettingsRepository(database.handle.db).append({
      guildId,
      pluginId: 'gallery',
      value: { limit: 5, mode: 'deafening', volume: 11 },
      schemaVersion: 7,
      changedBy: null,
    });

    for (let time = 0; time < 2; time += 1)
      expect(await settings.of(gallery).get(guildId)).toEqual({ limit: 5, mode: 'quiet', words: [] });

    const notices = warnings.filter((line) => line.includes(guildId));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('version 7');
  });

  test('a migration that throws gives the defaults, with a notice', async () => {
    const guildId = newGuild();
    await set(guildId, { limit: 30 });
    const broken = {
      ...second,
      settingsMigrations: [
        () => {
          throw new Error('no such field');
        },
      ],
    };

    expect(await settings.of(broken).get(guildId)).toEqual({ most: 10, loud: false });
    expect(warnings.find((line) => line.includes(guildId))).toContain('no such field');
  });
});

test('a change in one process is seen in the other', async () => {
  const guildId = newGuild();
  const handle = await startDatabase({ url: database.url, dataDir: '' });
  const elsewhere = serviceOn(handle, silentLogger);
  expect(await elsewhere.get(guildId, gallery)).toMatchObject({ limit: 10 });

  await set(guildId, { limit: 7 });

  await vi.waitFor(async () => expect(await elsewhere.get(guildId, gallery)).toMatchObject({ limit: 7 }));
  await handle.close();
});

describe('settings at hand', () => {
  test('are those that were read, and none before that nor after a change', async () => {
    const guildId = newGuild();
    const own = settings.of(gallery);
    expect(own.known(guildId)).toBeUndefined();

    expect(await own.get(guildId)).toBe(own.known(guildId));
    expect(own.known(guildId)).toEqual({ limit: 10, mode: 'quiet', words: [] });

    await set(guildId, { limit: 3 });
    expect(own.known(guildId)).toBeUndefined();
    await own.get(guildId);
    expect(own.known(guildId)?.limit).toBe(3);
  });

  test('are read anew with another schema of the same plugin', async () => {
    const guildId = newGuild();
    await set(guildId, { limit: 50 });
    expect((await settings.of(gallery).get(guildId)).limit).toBe(50);

    const stricter = { id: 'gallery', settings: z.strictObject({ limit: z.number().max(20).default(7) }) };

    expect(await settings.of(stricter).get(guildId)).toEqual({ limit: 7 });
  });

  test('cannot be changed by whoever reads them', async () => {
    const values = await settings.of(gallery).get(newGuild());

    expect(() => values.words.push('x')).toThrow(TypeError);
  });
});
