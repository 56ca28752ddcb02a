import type { PluginDatabase } from '@twi/database';
import { addGalleryItems } from '@twi/proving';
import { CompiledQuery, createQueryId, type RootOperationNode, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DuplicateRepository } from '../src/database/duplicate-repository.ts';
import { ItemListRepository } from '../src/database/item-list-repository.ts';
import { ItemSearchRepository } from '../src/database/item-search-repository.ts';
import { RandomItemRepository } from '../src/database/random-item-repository.ts';
import { TallyRepository } from '../src/database/tally-repository.ts';
import { createGalleryDatabase, type GalleryDatabase } from './gallery-database.ts';

const MANY = 10_000;
const OF_OTHERS = 10_000;
const PAGE = { limit: 5 };

let database: GalleryDatabase;
let guildId: string;

beforeAll(async () => {
  database = await createGalleryDatabase();
  guildId = await database.newGuild();
  await addGalleryItems(database.db, guildId, { to: MANY });
  await addGalleryItems(database.db, await database.newGuild(), { to: OF_OTHERS });
  for (const table of ['items', 'item_tags', 'files', 'tallies'])
    await sql`vacuum analyze ${sql.table(`gallery.${table}`)}`.execute(database.db);
}, 60_000);
afterAll(() => database[Symbol.asyncDispose]());

/** The plans of all queries that some work makes, as PostgreSQL explains them. */
async function plansOf(work: (db: PluginDatabase<'gallery'>) => Promise<unknown>): Promise<string> {
  const nodes: RootOperationNode[] = [];
  const { db } = database;
  await work(
    db.withPlugin({
      transformQuery: ({ node }) => {
        nodes.push(node);
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
  );
  const plans = nodes.map(async (node) => {
    const { sql: text, parameters } = db.getExecutor().compileQuery(node, createQueryId());
    const { rows } = await db.executeQuery<Record<string, string>>(
      CompiledQuery.raw(`explain ${text}`, [...parameters]),
    );
    return rows.flatMap((row) => Object.values(row)).join('\n');
  });
  return (await Promise.all(plans)).join('\n');
}

const all = () => ({ guildId, nsfw: true });
const safe = () => ({ guildId, nsfw: false });

test.each([
  ['a list', 'items_', (db) => new ItemListRepository(db).list(all(), PAGE.limit)],
  ['a list without NSFW items', 'items_safe', (db) => new ItemListRepository(db).list(safe(), PAGE.limit)],
  [
    'a list by a common tag',
    'item_tags_',
    (db) => new ItemListRepository(db).list({ ...all(), tag: 'fanart' }, PAGE.limit),
  ],
  [
    'a list by a rare tag',
    'item_tags_',
    (db) => new ItemListRepository(db).list({ ...safe(), tag: 'rare7' }, PAGE.limit),
  ],
  [
    'a list by a creator',
    'items_by_creator',
    (db) => new ItemListRepository(db).list({ ...safe(), creator: 'Artist 7' }, PAGE.limit),
  ],
  [
    'a list by tag and creator',
    'items_by_creator',
    (db) => new ItemListRepository(db).list({ ...safe(), tag: 'fanart', creator: 'Artist 7' }, PAGE.limit),
  ],
  [
    'a search for a rare word',
    'items_search',
    (db) => new ItemSearchRepository(db).search(safe(), 'word400:*', PAGE.limit),
  ],
  [
    'a search for a common word',
    'items_safe',
    (db) => new ItemSearchRepository(db).search(safe(), 'pict:*', PAGE.limit),
  ],
  ['any item', 'items_', (db) => new RandomItemRepository(db).draw(all())],
  [
    'any item with a rare tag',
    'item_tags_',
    (db) => new RandomItemRepository(db).draw({ ...all(), tag: 'rare7' }),
  ],
  [
    'suggestions by number',
    'items_',
    (db) =>
      new ItemListRepository(db).numbered(
        all(),
        [
          [12, 12],
          [120, 129],
        ],
        { ...PAGE, deleted: false },
      ),
  ],
  ['suggestions of tags', 'tallies_', (db) => new TallyRepository(db).beginning(safe(), 'tag', 'rare12', 25)],
  ['the most used tags', 'tallies_safe', (db) => new TallyRepository(db).most(safe(), 'tag', 10)],
  [
    'the most used tags with NSFW items',
    'tallies_all',
    (db) => new TallyRepository(db).most(all(), 'tag', 10),
  ],
  ['all days', 'tallies_', (db) => new TallyRepository(db).all(all(), 'day')],
  [
    'names of creators',
    'items_by_creator',
    (db) => new TallyRepository(db).creatorNames(guildId, ['artist 7']),
  ],
  [
    'the same file',
    'files_by_sha256',
    (db) => new DuplicateRepository(db).findBySha256(guildId, ['0'.repeat(64)]),
  ],
  [
    'the same address',
    'items_by_url',
    (db) => new DuplicateRepository(db).findByUrl(guildId, 'https://example.org/'),
  ],
  ['the same message', 'items_source', (db) => new DuplicateRepository(db).findBySource(guildId, '5')],
] satisfies [string, string, (db: PluginDatabase<'gallery'>) => Promise<unknown>][])(
  '%s is found by an index (%s)',
  async (_what, index, work) => {
    const plans = await plansOf(work);

    expect(plans).toContain(index);
    expect(plans).not.toContain('Seq Scan');
  },
);

test('searches without meeting the words of other servers', async () => {
  const plans = await plansOf((db) => new ItemSearchRepository(db).search(all(), 'word400:*', PAGE.limit));

  expect(plans).toContain(`'guild:${guildId}'`);
});
