import { SoftDeleteTable, toJsonb, type PluginDatabase } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { shelfMigrations } from './support/plugin-tables.ts';

const GUILD = '100000000000000001';

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
    .values(['kept', 'thrown', 'other'].map((title) => ({ guildId: GUILD, title, tags: toJsonb([]) })))
    .execute();
});
afterAll(() => database.close());

function table() {
  return new SoftDeleteTable(db, 'shelf.items');
}

async function titles(query: ReturnType<ReturnType<typeof table>['selectLive']>): Promise<string[]> {
  return (await query.select('title').orderBy('id').execute()).map(({ title }) => title);
}

test('a deleted row is gone from reads and changes, and lies in the bin', async () => {
  const items = table();
  const { numUpdatedRows } = await items
    .markDeleted()
    .where('title', '=', 'thrown')
    .executeTakeFirstOrThrow();

  expect(numUpdatedRows).toBe(1n);
  expect(await titles(items.selectLive())).toEqual(['kept', 'other']);
  expect(await titles(items.selectDeleted())).toEqual(['thrown']);
  const changed = await items.updateLive().set({ weight: 9 }).returning('title').execute();
  expect(changed.map(({ title }) => title).toSorted()).toEqual(['kept', 'other']);
});

test('a row is deleted once: its time stays', async () => {
  const items = table();
  await items.markDeleted().where('title', '=', 'thrown').execute();
  const before = await items.selectDeleted().select('deletedAt').executeTakeFirstOrThrow();

  const { numUpdatedRows } = await items
    .markDeleted()
    .where('title', '=', 'thrown')
    .executeTakeFirstOrThrow();

  expect(numUpdatedRows).toBe(0n);
  expect(await items.selectDeleted().select('deletedAt').executeTakeFirstOrThrow()).toEqual(before);
});

test('a deleted row comes back as it was', async () => {
  const items = table();
  const before = await items.selectLive().selectAll().where('title', '=', 'thrown').executeTakeFirstOrThrow();
  await items.markDeleted().where('title', '=', 'thrown').execute();

  await items.restore().where('title', '=', 'thrown').execute();

  expect(
    await items.selectLive().selectAll().where('title', '=', 'thrown').executeTakeFirstOrThrow(),
  ).toEqual(before);
  expect(await titles(items.selectDeleted())).toEqual([]);
});

test('no condition of the caller brings deleted rows back', async () => {
  const items = table();
  await items.markDeleted().where('title', '=', 'thrown').execute();

  const found = items
    .selectLive()
    .where((eb) => eb.or([eb('title', '=', 'thrown'), eb('deletedAt', 'is not', null)]));

  expect(await titles(found)).toEqual([]);
});

test('joins by its full name', async () => {
  const guilds = await table()
    .selectLive()
    .innerJoin('core.guilds', 'core.guilds.id', 'shelf.items.guildId')
    .select('core.guilds.id')
    .distinct()
    .execute();

  expect(guilds).toEqual([{ id: GUILD }]);
});

test('takes part in a transaction', async () => {
  const items = table();
  const failed = db.transaction().execute(async (transaction) => {
    await items.within(transaction).markDeleted().where('title', '=', 'kept').execute();
    throw new Error('no');
  });

  await expect(failed).rejects.toThrow('no');
  expect(await titles(items.selectLive())).toEqual(['kept', 'thrown', 'other']);
});

test('only tables with the column can be soft-deleted', () => {
  // @ts-expect-error -- core.guilds has no deletedAt
  const guilds = new SoftDeleteTable(db, 'core.guilds');

  expect(guilds).toBeInstanceOf(SoftDeleteTable);
});
