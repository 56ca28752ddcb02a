import type { DataRights } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { definePlugin } from '@twi/sdk';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Declarations } from '../../src/privacy/declarations.ts';

let database: TestDatabase;
let declarations: Declarations;

beforeAll(async () => {
  database = await createTestDatabase();
  declarations = new Declarations(database.handle.db);
  await database.handle.migratePlugin('posts', {
    '0001': {
      async up(db) {
        await sql`create table posts.posts (guild_id bigint, author_id bigint not null, editor_id bigint, at timestamptz,
          is_open boolean)`.execute(db);
      },
      async down(db) {
        await sql`drop table posts.posts`.execute(db);
      },
    },
  });
});
afterAll(() => database.close());

const save = (posts: DataRights[string], id = 'posts'): Promise<void> =>
  declarations.save(definePlugin({ id, title: 'Posts', description: 'Posts.', tables: { posts } }));

test.each<[DataRights[string], string]>([
  [
    { person: 'authorId', erase: 'anonymise' },
    '"tables.posts": "author_id" must be nullable to be anonymised',
  ],
  [{ person: 'isOpen', erase: 'delete' }, '"is_open" is boolean, which cannot name a person'],
  [{ person: 'writerId', erase: 'delete' }, '"tables.posts" names "writerId", but there is no such column'],
  [{ guild: 'serverId', erase: 'delete' }, 'names "serverId"'],
  [
    { person: 'authorId', erase: 'delete', eraseBy: { editorId: 'anonymise' } },
    '"tables.posts.eraseBy" names "editorId", which neither "person" nor "mentions" does',
  ],
  [{ erase: 'delete', retention: { column: 'when', days: 1 } }, 'names "when"'],
  [
    { erase: 'delete', retention: { column: 'at', days: 1, setting: 'days' } },
    '"tables.posts.retention" has a setting, so "guild" must be declared',
  ],
  [{ erase: 'delete', withhold: { columns: ['text'], reason: 'No.' } }, 'names "text"'],
])('refuses %j', async (rights, fault) => {
  await expect(save(rights)).rejects.toThrow(fault);
});

test('remembers what fits, the newest alone, core last', async () => {
  await save({ person: 'authorId', erase: 'delete' });
  await save({
    guild: 'guildId',
    person: ['authorId', 'editorId'],
    erase: 'delete',
    eraseBy: { editorId: 'anonymise' },
  });
  await save({ erase: 'delete' }, 'zoo');
  await declarations.save(definePlugin({ id: 'core', title: 'General', description: 'Core.' }));

  const plugins = await declarations.list();

  expect(plugins.map(({ id }) => id)).toEqual(['posts', 'zoo', 'core']);
  expect(plugins[0]?.tables).toMatchObject([
    {
      schema: 'posts',
      name: 'posts',
      guild: 'guild_id',
      persons: [
        { name: 'author_id', kind: 'id', rule: 'delete' },
        { name: 'editor_id', kind: 'id', rule: 'anonymise' },
      ],
    },
  ]);
  expect(plugins[1]?.tables).toEqual([]);
});

const diary = (title: string, migrations: readonly string[]) =>
  definePlugin({
    id: 'diary',
    title,
    description: 'A diary.',
    tables: { pages: { person: 'writerId', erase: 'delete' } },
    migrations: Object.fromEntries(
      migrations.map((name) => [name, { up: async () => {}, down: async () => {} }]),
    ),
  });

test('what an earlier start declared of the same tables is not looked at again; anything else is', async () => {
  const { db } = database.handle;
  await sql`create schema diary`.execute(db);
  await sql`create table diary.pages (writer_id bigint)`.execute(db);
  await new Declarations(db).save(diary('Diary', ['0001']));
  // Nobody does this but a test, which would not learn otherwise whether it was looked at.
  await sql`alter table diary.pages rename column writer_id to author_id`.execute(db);

  const restarted = new Declarations(db);
  await expect(restarted.save(diary('Diary', ['0001']))).resolves.toBeUndefined();
  await expect(restarted.save(diary('Diary', ['0001']))).rejects.toThrow('names "writerId"');
  await expect(new Declarations(db).save(diary('Diary', ['0001', '0002']))).rejects.toThrow(
    'names "writerId"',
  );
  await expect(new Declarations(db).save(diary('My diary', ['0001']))).rejects.toThrow('names "writerId"');
});
