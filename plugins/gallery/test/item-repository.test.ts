import { afterAll, beforeAll, expect, test } from 'vitest';
import { ItemRepository, type NewItemRow } from '../src/database/item-repository.ts';
import { createGalleryDatabase, type GalleryDatabase, newRow } from './gallery-database.ts';

let database: GalleryDatabase;
beforeAll(async () => {
  database = await createGalleryDatabase();
});
afterAll(() => database[Symbol.asyncDispose]());

/** Adds items one after the other, as the service does. */
async function add(guildId: string, ...values: Partial<NewItemRow>[]) {
  const items = new ItemRepository(database.db);
  await items.lock(guildId);
  const added = [];
  for (const value of values) added.push(await items.add(newRow(guildId, value)));
  return added;
}

/** What is counted, as `what name: safe/nsfw`. */
async function tallies(guildId: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('gallery.tallies')
    .selectAll()
    .where('guildId', '=', guildId)
    .where('what', '!=', 'day')
    .orderBy('what')
    .orderBy('name')
    .execute();
  return rows.map(({ what, name, safeItems, nsfwItems }) => `${what} ${name}: ${safeItems}/${nsfwItems}`);
}

test('numbers items from 1 in each guild', async () => {
  const [first, second] = [await database.newGuild(), await database.newGuild()];

  const added = [...(await add(first, {}, {})), ...(await add(second, {}))];

  expect(added.map(({ number }) => number)).toEqual([1, 2, 1]);
});

test('counts items by tag, creator and day as they come, change and go', async () => {
  const guildId = await database.newGuild();
  const items = new ItemRepository(database.db);
  await add(
    guildId,
    { tags: ['fanart', 'twi'], creator: 'Mia' },
    { tags: ['fanart'], nsfw: true, creator: 'mia' },
  );
  expect(await tallies(guildId)).toEqual([
    'all : 1/1',
    'creator mia: 1/1',
    'tag fanart: 1/1',
    'tag twi: 1/0',
  ]);

  await items.change({ guildId, number: 2 }, { nsfw: false, tags: ['fanart', 'twi'] });
  expect(await tallies(guildId)).toEqual([
    'all : 2/0',
    'creator mia: 2/0',
    'tag fanart: 2/0',
    'tag twi: 2/0',
  ]);

  await items.setDeleted({ guildId, number: 1 }, true);
  expect(await tallies(guildId)).toEqual([
    'all : 1/0',
    'creator mia: 1/0',
    'tag fanart: 1/0',
    'tag twi: 1/0',
  ]);

  await items.setDeleted({ guildId, number: 1 }, false);
  expect(await tallies(guildId)).toEqual([
    'all : 2/0',
    'creator mia: 2/0',
    'tag fanart: 2/0',
    'tag twi: 2/0',
  ]);

  await database.db.deleteFrom('gallery.items').where('guildId', '=', guildId).execute();
  expect(await tallies(guildId)).toEqual([]);
});
