import {
  AlreadyReversedError,
  AuditLogRepository,
  CommandRepository,
  CommandSyncRepository,
  CommandUsageRepository,
  CredentialRepository,
  ErrorLogRepository,
  PluginStateRepository,
  RecordNotFoundError,
  type Database,
  type NewCommandUsage,
} from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newGuildId } from './support/guild-id.ts';

const MODERATOR = '200000000000000002';

let database: TestDatabase;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  ({ db } = database.handle);
});
afterAll(() => database.close());

const usage = (command: string, guildId: string): NewCommandUsage => ({
  command,
  guildId,
  userId: MODERATOR,
  usedAt: new Date(),
  durationMs: 12.6,
  outcome: 'success',
});

const error = (fingerprint: string, at: string) => ({
  fingerprint,
  errorType: 'TypeError',
  message: `at ${at}`,
  pluginId: 'gallery',
  occurredAt: new Date(at),
});

async function recorded(count: number) {
  const repository = new AuditLogRepository(db);
  const guildId = newGuildId();
  await database.handle.ensureGuild(guildId);
  const logs = [];
  for (let index = 0; index < count; index += 1) {
    const details = { index };
    logs.push(
      await repository.record({
        guildId,
        userId: MODERATOR,
        action: 'a.b',
        target: '9',
        details,
        reversal: [index],
      }),
    );
  }
  return { repository, guildId, ids: logs.map(({ id }) => id) };
}

describe('commands', () => {
  test('are counted in batches', async () => {
    const commands = new CommandRepository(db);
    const usages = new CommandUsageRepository(db);
    const guildId = newGuildId();
    await commands.saveMany([{ name: 'warn', pluginId: 'moderation', description: 'Old' }]);

    await usages.insertMany([usage('warn', guildId), usage('warn', guildId), usage('removed', guildId)]);
    await usages.insertMany([]);
    await commands.saveMany([{ name: 'warn', pluginId: 'moderation', description: 'New' }]);

    expect(await commands.find('warn')).toEqual({
      name: 'warn',
      pluginId: 'moderation',
      description: 'New',
      usageCount: '2',
    });
    expect(await commands.list()).toHaveLength(1);
    expect(await usages.countByCommand({ since: new Date(0), guildId, limit: 5 })).toEqual([
      { command: 'warn', uses: 2 },
      { command: 'removed', uses: 1 },
    ]);
    expect(await usages.countByCommand({ since: new Date(), guildId, limit: 5 })).toEqual([]);
    const lastUses = await usages.lastUses([guildId, '100000000000000099']);
    expect([...lastUses.keys()]).toEqual([guildId]);
    expect(lastUses.get(guildId)).toBeInstanceOf(Date);
    expect(await usages.lastUses([])).toEqual(new Map());
  });

  test('remember what Discord was told, all in one map', async () => {
    const repository = new CommandSyncRepository(db);
    await repository.save('0', 'global');
    await repository.save('11', 'first');
    await repository.save('11', 'second');
    await repository.save('12', 'gone');
    await repository.delete('12');

    expect(await repository.loadAll()).toEqual(
      new Map([
        ['0', 'global'],
        ['11', 'second'],
      ]),
    );
  });
});

describe('errors', () => {
  test('are grouped, the last one first, page by page', async () => {
    await using other = await createTestDatabase();
    const repository = new ErrorLogRepository(other.handle.db);
    await repository.insertMany([
      error('often', '2026-01-01T00:00:00Z'),
      error('once', '2026-01-02T00:00:00Z'),
    ]);
    await repository.insertMany([]);
    const last = await repository.insert(error('often', '2026-01-03T00:00:00Z'));

    const first = await repository.listGroups({ limit: 1 });
    const second = await repository.listGroups({ limit: 1, cursor: first.next });

    expect(first.rows).toEqual([
      {
        fingerprint: 'often',
        lastId: last.id,
        occurrences: 2,
        firstSeenAt: new Date('2026-01-01T00:00:00Z'),
        lastSeenAt: new Date('2026-01-03T00:00:00Z'),
        isResolved: false,
        resolvedAt: null,
        guilds: 0,
        errorType: 'TypeError',
        message: 'at 2026-01-03T00:00:00Z',
        stack: null,
        command: null,
        pluginId: 'gallery',
      },
    ]);
    expect(second.rows.map(({ fingerprint }) => fingerprint)).toEqual(['once']);
    expect(second.next).toBeUndefined();
    expect((await repository.listOccurrences('often', { limit: 5 })).rows).toHaveLength(2);
  });

  test('are resolved until they happen again, and deleted when they are old', async () => {
    await using other = await createTestDatabase();
    const repository = new ErrorLogRepository(other.handle.db);
    const first = await repository.insert(error('x', '2026-01-01T00:00:00Z'));

    expect(await repository.markResolved('x', new Date())).toBe(1);
    expect((await repository.listGroups({ limit: 5 })).rows).toEqual([]);
    expect((await repository.listGroups({ limit: 5, includeResolved: true })).rows).toMatchObject([
      { isResolved: true },
    ]);
    await repository.insert(error('x', '2026-02-01T00:00:00Z'));
    expect((await repository.listGroups({ limit: 5 })).rows).toMatchObject([
      { occurrences: 2, isResolved: false },
    ]);
    expect(await repository.get(first.id)).toEqual(await repository.find(first.id));
    await expect(repository.get('9999999')).rejects.toThrow(RecordNotFoundError);
  });

  test('that came back after they were resolved say when that was, until they are opened again', async () => {
    await using other = await createTestDatabase();
    const repository = new ErrorLogRepository(other.handle.db);
    await repository.insert(error('x', '2026-01-01T00:00:00Z'));
    await repository.markResolved('x', new Date('2026-01-02T00:00:00Z'));
    await repository.insert(error('x', '2026-01-03T00:00:00Z'));

    expect(await repository.findGroup('x')).toMatchObject({
      isResolved: false,
      resolvedAt: new Date('2026-01-02T00:00:00Z'),
    });
    await repository.reopen('x');
    expect(await repository.findGroup('x')).toMatchObject({ isResolved: false, resolvedAt: null });
    expect(await repository.findGroup('y')).toBeUndefined();
  });

  test('are listed by plugin and by when they happened last, page after page', async () => {
    await using other = await createTestDatabase();
    const repository = new ErrorLogRepository(other.handle.db);
    await repository.insertMany([
      error('old', '2026-01-01T00:00:00Z'),
      error('recurring', '2026-01-01T00:00:00Z'),
      { ...error('of another', '2026-01-05T00:00:00Z'), pluginId: 'links' },
      { ...error('recurring', '2026-01-05T00:00:00Z'), guildId: '1' },
      { ...error('new', '2026-01-06T00:00:00Z'), guildId: '1' },
      { ...error('new', '2026-01-06T00:00:00Z'), guildId: '2' },
    ]);
    const filter = { pluginId: 'gallery', since: new Date('2026-01-04T00:00:00Z'), limit: 1 };

    const first = await repository.listGroups(filter);
    const second = await repository.listGroups({ ...filter, cursor: first.next });

    expect(first.rows).toMatchObject([{ fingerprint: 'new', guilds: 2 }]);
    expect(second.rows).toMatchObject([{ fingerprint: 'recurring', occurrences: 2, guilds: 1 }]);
    expect(second.next).toBeUndefined();
    expect((await repository.listGroups({ ...filter, cursor: second.previous })).rows).toEqual(first.rows);
    expect(await repository.countOpen()).toEqual([
      { pluginId: 'gallery', groups: 3, occurrences: 5 },
      { pluginId: 'links', groups: 1, occurrences: 1 },
    ]);
  });
});

describe('the audit log', () => {
  test('lists a guild, newest first, and filters', async () => {
    const { repository, guildId, ids } = await recorded(3);
    await repository.record({ guildId, userId: null, action: 'other' });

    const newest = await repository.list(guildId, { limit: 2, action: 'a.b' });
    const rest = await repository.list(guildId, { limit: 2, action: 'a.b', cursor: newest.next });

    expect([...newest.rows, ...rest.rows].map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await repository.list(guildId, { limit: 9, userId: MODERATOR })).rows).toHaveLength(3);
    expect(newest.rows[0]).toMatchObject({
      target: '9',
      details: { index: 2 },
      reversal: [2],
      reversedBy: null,
    });
  });

  test('does not show one guild to another', async () => {
    const { repository, ids } = await recorded(1);

    await expect(repository.get(newGuildId(), ids[0] ?? '')).rejects.toThrow(RecordNotFoundError);
  });

  test('an action is undone once, however many try', async () => {
    const { repository, guildId, ids } = await recorded(1);
    const id = ids[0] ?? '';

    const attempts = await Promise.allSettled(
      [1, 2, 3].map(() => repository.markReversed(guildId, id, MODERATOR)),
    );

    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(repository.markReversed(guildId, id, MODERATOR)).rejects.toThrow(AlreadyReversedError);
    await expect(repository.markReversed(guildId, '0', MODERATOR)).rejects.toThrow(RecordNotFoundError);
  });

  test('finds what to undo and what to do again', async () => {
    const { repository, guildId, ids } = await recorded(2);
    await repository.record({ guildId, userId: MODERATOR, action: 'final' });

    expect(await repository.findLastReversible(guildId, MODERATOR)).toMatchObject({ id: ids[1] });
    await repository.markReversed(guildId, ids[1] ?? '', MODERATOR);
    expect(await repository.findLastReversible(guildId, MODERATOR)).toMatchObject({ id: ids[0] });
    expect(await repository.findLastReversed(guildId, MODERATOR)).toMatchObject({ id: ids[1] });
    await repository.markRestored(guildId, ids[1] ?? '');
    expect(await repository.findLastReversed(guildId, MODERATOR)).toBeUndefined();
    await expect(repository.markRestored(guildId, '0')).rejects.toThrow(RecordNotFoundError);
  });
});

test('credentials are kept per guild or for the bot, as ciphertext', async () => {
  const repository = new CredentialRepository(db);
  const guildId = newGuildId();
  await database.handle.ensureGuild(guildId);
  const ciphertext = Buffer.from([0, 255, 7]);
  await repository.save({ guildId: null, service: 'twitter', ciphertext, keyId: 'k1' });
  await repository.save({ guildId, service: 'twitter', ciphertext: Buffer.from('old'), keyId: 'k1' });
  await repository.save({ guildId, service: 'twitter', ciphertext, keyId: 'k2', rotatedBy: MODERATOR });

  expect(await repository.find(guildId, 'twitter')).toMatchObject({
    ciphertext,
    keyId: 'k2',
    rotatedBy: MODERATOR,
  });
  expect(await repository.find(null, 'twitter')).toMatchObject({ guildId: null, keyId: 'k1' });
  expect(await repository.list(guildId)).not.toHaveProperty('0.ciphertext');
  expect(
    (await repository.listOfOtherKeys('k2', { limit: 10 })).map((credential) => credential.guildId),
  ).toEqual([null]);
  expect(await repository.delete(null, 'twitter')).toBe(true);
  expect(await repository.find(null, 'twitter')).toBeUndefined();
  expect(await repository.find(guildId, 'twitter')).toBeDefined();
});

test('the state of a plugin is replaced as a whole', async () => {
  const repository = new PluginStateRepository(db);
  const quarantinedUntil = new Date('2026-01-01T00:00:00Z');
  await repository.save({
    pluginId: 'gallery',
    version: '1.0.0',
    state: 'quarantined',
    failures: 3,
    quarantinedUntil,
    lastError: 'x',
  });
  const saved = await repository.save({ pluginId: 'gallery', version: '1.0.1', state: 'loaded' });

  expect(saved).toMatchObject({ version: '1.0.1', failures: 0, quarantinedUntil: null, lastError: null });
  expect(await repository.find('gallery')).toEqual(saved);
  expect(await repository.list()).toEqual([saved]);
});
