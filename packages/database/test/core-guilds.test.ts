import {
  GuildPluginRepository,
  GuildRepository,
  PermissionOverrideRepository,
  RecordNotFoundError,
  SettingsConflictError,
  SettingsRepository,
  UserRepository,
  type Database,
} from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql, type Kysely } from 'kysely';
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

const settings = (guildId: string, value: unknown) => ({
  guildId,
  pluginId: 'gallery',
  value,
  schemaVersion: 1,
  changedBy: MODERATOR,
});

describe('guilds', () => {
  test('are recorded by the thousand in one statement, and again when they change', async () => {
    const repository = new GuildRepository(db);
    const joinedAt = new Date('2026-01-01T00:00:00Z');
    const many = Array.from({ length: 1_000 }, () => ({ id: newGuildId(), name: 'Before', joinedAt }));
    const [first] = many;
    if (!first) throw new Error('unreachable');

    await repository.saveJoined(many);
    await repository.markLeft(first.id, new Date());
    await repository.saveJoined([{ ...first, name: 'After' }]);

    expect(await repository.get(first.id)).toMatchObject({
      name: 'After',
      joinedAt,
      leftAt: null,
      settings: {},
    });
  });

  test('keep what their owners chose', async () => {
    const repository = new GuildRepository(db);
    const id = newGuildId();
    await database.handle.ensureGuild(id);

    await repository.update(id, { settings: { a: [1] } });
    await repository.saveJoined([{ id, name: 'Named', joinedAt: new Date() }]);

    expect(await repository.find(id)).toMatchObject({
      name: 'Named',
      settings: { a: [1] },
    });
  });

  test('that the bot left are found, and deleted with everything that is theirs', async () => {
    const repository = new GuildRepository(db);
    const id = newGuildId();
    await new GuildPluginRepository(db).save({ guildId: id, pluginId: 'gallery', enabled: true });
    await repository.markLeft(id, new Date('2020-01-01T00:00:00Z'));
    await repository.markLeft(id, new Date('2021-01-01T00:00:00Z'));

    const left = await repository.listLeftBefore(new Date('2020-06-01T00:00:00Z'), 10);
    expect(left.map((guild) => guild.id)).toEqual([id]);
    expect(await repository.delete(id)).toBe(true);
    expect(await repository.delete(id)).toBe(false);
    expect(await new GuildPluginRepository(db).listOfGuild(id)).toEqual([]);
  });

  test('that do not exist are missing, or an error, as asked', async () => {
    const repository = new GuildRepository(db);

    expect(await repository.find('1')).toBeUndefined();
    await expect(repository.get('1')).rejects.toThrow(new RecordNotFoundError('guild', '1'));
    await expect(repository.update('1', { name: 'Nobody' })).rejects.toThrow(RecordNotFoundError);
  });

  test('are listed page by page', async () => {
    const page = await new GuildRepository(db).list({ limit: 2 });

    expect(page.rows).toHaveLength(2);
    expect(page.next).toBeTypeOf('string');
  });
});

test('users are recorded with their latest name', async () => {
  const repository = new UserRepository(db);
  await repository.save('5', 'old');
  const { firstSeenAt } = await repository.get('5');
  await repository.save('5', 'new');

  expect(await repository.find('5')).toEqual({ id: '5', username: 'new', firstSeenAt });
  expect(await repository.delete('5')).toBe(true);
  await expect(repository.get('5')).rejects.toThrow(RecordNotFoundError);
});

describe('enablement', () => {
  test('is decided per guild and plugin, and the guild need not be known', async () => {
    const repository = new GuildPluginRepository(db);
    const guildId = newGuildId();
    await repository.save({ guildId, pluginId: 'gallery', enabled: true, changedBy: MODERATOR });
    const changed = await repository.save({ guildId, pluginId: 'gallery', enabled: false });

    expect(changed).toMatchObject({ guildId, enabled: false, changedBy: null });
    expect(await repository.find(guildId, 'gallery')).toEqual(changed);
    expect(await repository.find(guildId, 'stats')).toBeUndefined();
  });

  test('of ten thousand guilds is loaded at once', async () => {
    await using other = await createTestDatabase();
    await sql`insert into core.guilds (id) select n from generate_series(1, 10000) n`.execute(
      other.handle.db,
    );
    await sql`
      insert into core.guild_plugins (guild_id, plugin_id, enabled)
      select n, plugin_id, n % 2 = 0 from generate_series(1, 10000) n, unnest(array['gallery', 'some-plugin']) plugin_id
    `.execute(other.handle.db);

    const decisions = await new GuildPluginRepository(other.handle.db).loadAll();

    expect(decisions.size).toBe(10_000);
    expect(decisions.get('9999')).toEqual({ gallery: false, 'some-plugin': false });
    expect(decisions.get('10000')).toEqual({ gallery: true, 'some-plugin': true });
  });
});

describe('settings', () => {
  test('are numbered without gaps or repeats, even when many save at once', async () => {
    const repository = new SettingsRepository(db);
    const guildId = newGuildId();

    const saved = await Promise.all(
      Array.from({ length: 12 }, (_, index) => repository.append(settings(guildId, { index }))),
    );

    expect(saved.map(({ revision }) => revision).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i + 1),
    );
    expect(await repository.findLatest(guildId, 'gallery')).toMatchObject({ revision: 12 });
  });

  test('are refused when someone else changed them meanwhile', async () => {
    const repository = new SettingsRepository(db);
    const guildId = newGuildId();
    await repository.append({ ...settings(guildId, 'first'), expectedRevision: 0 });

    const late = repository.append({ ...settings(guildId, 'late'), expectedRevision: 0 });

    await expect(late).rejects.toThrow(SettingsConflictError);
    await expect(late).rejects.toMatchObject({ expectedRevision: 0, latestRevision: 1 });
    expect(await repository.findLatest(guildId, 'gallery')).toMatchObject({ value: 'first' });
  });

  test('keep their history and every kind of JSON', async () => {
    const repository = new SettingsRepository(db);
    const guildId = newGuildId();
    const values = [{ tag_names: ['a'] }, ['list'], 5, null];
    for (const value of values) await repository.append(settings(guildId, value));
    await repository.append({ ...settings(guildId, {}), pluginId: 'stats' });

    const newest = await repository.list(guildId, 'gallery', { limit: 3 });
    const oldest = await repository.list(guildId, 'gallery', { limit: 3, cursor: newest.next });

    expect([...newest.rows, ...oldest.rows].map(({ value }) => value)).toEqual(values.toReversed());
    expect(await repository.get(guildId, 'gallery', 2)).toMatchObject({ value: ['list'] });
    await expect(repository.get(guildId, 'gallery', 9)).rejects.toThrow(RecordNotFoundError);
    const latest = await repository.listLatest(guildId);
    expect(latest.map(({ pluginId, revision }) => [pluginId, revision])).toEqual([
      ['gallery', 4],
      ['stats', 1],
    ]);
  });
});

test('permission overrides are one per node and subject', async () => {
  const repository = new PermissionOverrideRepository(db);
  const guildId = newGuildId();
  await repository.save({ guildId, node: 'moderation.ban', roleId: '7' }, 'deny');
  await repository.save({ guildId, node: 'moderation.ban', userId: MODERATOR }, 'deny');
  await repository.save({ guildId, node: 'moderation.ban', userId: MODERATOR }, 'allow');

  const overrides = await repository.listOfGuild(guildId);
  expect(overrides.map(({ roleId, userId, effect }) => [roleId, userId, effect])).toEqual([
    ['7', null, 'deny'],
    [null, MODERATOR, 'allow'],
  ]);
  expect(await repository.delete({ guildId, node: 'moderation.ban', roleId: '7' })).toBe(true);
  expect(await repository.delete({ guildId, node: 'moderation.ban', roleId: '7' })).toBe(false);
  expect(await repository.listOfGuild(guildId)).toHaveLength(1);
});
