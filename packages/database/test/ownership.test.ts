import {
  OwnershipError,
  toJsonb,
  type DatabaseHandle,
  type MigrationDatabase,
  type PluginDatabase,
} from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { farShelfMigrations, shelfMigrations } from './support/plugin-tables.ts';

const GUILD = '100000000000000001';

let database: TestDatabase;
let shelf: PluginDatabase<'shelf'>;
/** The same handle as a plugin would have it that casts the types away. */
let untyped: MigrationDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const { handle } = database;
  await handle.migratePlugin('shelf', shelfMigrations);
  await handle.migratePlugin('far-shelf', farShelfMigrations);
  await handle.ensureGuild(GUILD);
  shelf = handle.forPlugin('shelf');
  untyped = shelf;
});
afterAll(() => database.close());

describe('a plugin may', () => {
  test('read and write its own tables', async () => {
    const { id } = await shelf
      .insertInto('shelf.items')
      .values({ guildId: GUILD, title: 'Sunset', tags: toJsonb(['sea', 'sky']) })
      .returning('id')
      .executeTakeFirstOrThrow();
    await shelf.updateTable('shelf.items').set({ title: 'Dawn' }).where('shelf.items.id', '=', id).execute();
    const item = await shelf
      .selectFrom('shelf.items as i')
      .select(['i.title', 'i.tags'])
      .where('i.id', '=', id)
      .executeTakeFirst();
    await shelf.deleteFrom('shelf.items').where('id', '=', id).execute();

    expect(item).toEqual({ title: 'Dawn', tags: ['sea', 'sky'] });
  });

  test('join guilds and users, use common table expressions, subqueries and locks', async () => {
    const rows = await shelf
      .with('first', (db) => db.selectFrom('shelf.items').select(['guildId']))
      .with('own', (db) => db.selectFrom('first').selectAll())
      .selectFrom('own')
      .innerJoin('core.guilds as g', 'g.id', 'own.guildId')
      .select((eb) => ['g.id', eb.selectFrom('own as again').select(eb.fn.countAll().as('n')).as('count')])
      .where((eb) => eb.exists(eb.selectFrom('core.users').select('core.users.id')))
      .execute();
    await shelf.transaction().execute((db) => db.selectFrom('shelf.items').selectAll().forUpdate().execute());

    expect(rows).toEqual([]);
  });

  test('write SQL by hand over its own tables and the readable ones', async () => {
    await sql`select g.id from core.guilds g join shelf.items on shelf.items.guild_id = g.id`.execute(shelf);
    await sql`select count(*) from ${sql.table('shelf.items')}, core.users`.execute(shelf);
    await sql`select 'drop table far_shelf.links' as joke -- far_shelf.links`.execute(shelf);

    await expect(sql`select ${'far_shelf.links'}::text as text`.execute(shelf)).resolves.toMatchObject({
      rows: [{ text: 'far_shelf.links' }],
    });
  });

  test('read how often commands were used, and not change it', async () => {
    const uses = shelf.selectFrom('core.command_usages').select('command').where('guildId', '=', GUILD);

    await expect(uses.execute()).resolves.toEqual([]);
    await expect(untyped.deleteFrom('core.command_usages').execute()).rejects.toThrow(OwnershipError);
  });

  test('refer to columns of core by their full name', async () => {
    const { rows } =
      await sql`select core.guilds.id from core.guilds where core.guilds.id = ${GUILD}`.execute(shelf);

    expect(rows).toEqual([{ id: GUILD }]);
  });
});

const askLater = () => sql`select * from later_shelf.links where url = ${'x'}`.execute(untyped);
const askOthers = () => untyped.selectFrom('far_shelf.links').selectAll().execute();

describe('a plugin may not', () => {
  const refused: Record<string, () => Promise<unknown>> = {
    'read a table of another plugin': () => untyped.selectFrom('far_shelf.links').selectAll().execute(),
    'write a table of another plugin': () =>
      untyped.insertInto('far_shelf.links').values({ url: 'x' }).execute(),
    'read a core table that is not readable': () =>
      untyped.selectFrom('core.credentials').selectAll().execute(),
    'read a table of an unknown schema': () =>
      untyped.selectFrom('information_schema.tables').selectAll().execute(),
    'name a table without its schema': () => untyped.selectFrom('items').selectAll().execute(),
    'hide behind an alias': () => untyped.selectFrom('far_shelf.links as items').selectAll().execute(),
    'join it': () =>
      untyped
        .selectFrom('shelf.items')
        .innerJoin('far_shelf.links as l', 'l.url', 'title')
        .selectAll()
        .execute(),
    'ask it in a subquery': () =>
      untyped
        .selectFrom('shelf.items')
        .where('title', 'in', untyped.selectFrom('far_shelf.links').select('url'))
        .execute(),
    'ask it in a selected subquery': () =>
      untyped
        .selectFrom('shelf.items')
        .select((eb) => eb.selectFrom('core.audit_logs').select('id').as('x'))
        .execute(),
    'ask it in a common table expression': () =>
      untyped
        .with('l', (db) => db.selectFrom('far_shelf.links').selectAll())
        .selectFrom('l')
        .selectAll()
        .execute(),
    'write through a common table expression': () =>
      untyped
        .with('d', (db) => db.deleteFrom('core.guilds').returning('id'))
        .selectFrom('d')
        .selectAll()
        .execute(),
    'use a name outside the query that defines it': () =>
      untyped
        .selectFrom(
          untyped
            .with('l', (db) => db.selectFrom('shelf.items').selectAll())
            .selectFrom('l')
            .selectAll()
            .as('inner'),
        )
        .innerJoin('l', 'l.id', 'inner.id')
        .selectAll()
        .execute(),
    'copy from it': () =>
      untyped
        .insertInto('shelf.items')
        .columns(['title'])
        .expression(untyped.selectFrom('far_shelf.links').select('url'))
        .execute(),
    'update from it': () =>
      untyped.updateTable('shelf.items').from('far_shelf.links').set({ title: 'x' }).execute(),
    'delete using it': () => untyped.deleteFrom('shelf.items').using('far_shelf.links').execute(),
    'combine with it': () =>
      untyped
        .selectFrom('shelf.items')
        .select('title')
        .union(untyped.selectFrom('far_shelf.links').select('url as title'))
        .execute(),
    'merge into it': () =>
      untyped
        .mergeInto('core.users')
        .using('shelf.items', 'core.users.id', 'shelf.items.id')
        .whenMatched()
        .thenDelete()
        .execute(),
    'insert into core': () => untyped.insertInto('core.guilds').values({ id: '5' }).execute(),
    'update core': () => untyped.updateTable('core.guilds').set({ name: 'x' }).execute(),
    'delete from core': () => untyped.deleteFrom('core.users').execute(),
    'change a schema of others': () =>
      untyped.schema.alterTable('far_shelf.links').addColumn('x', 'text').execute(),
    'drop a table of others': () => untyped.schema.dropTable('core.users').execute(),
    'make a table without a schema': () =>
      untyped.schema.createTable('x').addColumn('id', 'bigint').execute(),
    'make a view on others': () =>
      untyped.schema.createView('shelf.spy').as(untyped.selectFrom('far_shelf.links').selectAll()).execute(),
    'make an index on others': () =>
      untyped.schema.createIndex('x').on('core.guilds').column('name').execute(),
    'make a type elsewhere': () => untyped.schema.createType('core.mood').asEnum(['ok']).execute(),
    'refer to a table of others in a foreign key': () =>
      untyped.schema
        .createTable('shelf.x')
        .addColumn('url', 'text', (column) => column.references('far_shelf.links.url'))
        .execute(),
    'read by raw SQL': () => sql`select * from far_shelf.links`.execute(untyped),
    'read by quoted raw SQL': () => sql`select * from "far_shelf" . "links"`.execute(untyped),
    'read by raw SQL in capitals': () => sql`SELECT * FROM FAR_SHELF.LINKS`.execute(untyped),
    'read by raw SQL put together from pieces': () =>
      sql`select * from ${sql.raw('far_shelf')}.${sql.raw('links')}`.execute(untyped),
    'read by identifiers': () => sql`select * from ${sql.id('far_shelf', 'links')}`.execute(untyped),
    'read by a table reference': () => sql`select * from ${sql.table('far_shelf.links')}`.execute(untyped),
    'read a core table by raw SQL': () => sql`select * from core.credentials`.execute(untyped),
    'delete from core by raw SQL': () => sql`delete from core.guilds`.execute(untyped),
    'update core by raw SQL': () => sql`update core.guilds set name = ''`.execute(untyped),
    'truncate core by raw SQL': () => sql`truncate core.users`.execute(untyped),
    'change the search path': () => sql`set search_path to far_shelf`.execute(untyped),
    'hide in a fragment of a query': () =>
      untyped
        .selectFrom('shelf.items')
        .select(sql`(select url from far_shelf.links limit 1)`.as('x'))
        .execute(),
    'hide behind a comment': () => sql`select * from far_shelf/**/.links`.execute(untyped),
    'hide behind a string that looks like a comment': () =>
      sql`select '--', url from far_shelf.links`.execute(untyped),
    'hide between strings that look like a comment': () =>
      sql`select '/*', url from far_shelf.links where url <> '*/'`.execute(untyped),
    'hide behind a name that looks like a comment': () =>
      sql`select id as "--", (select url from far_shelf.links limit 1) from shelf.items`.execute(untyped),
    'hide behind a name that looks like a string': () =>
      sql`select id as "'", (select url from far_shelf.links limit 1) as "'" from shelf.items`.execute(
        untyped,
      ),
    'hide behind an identifier that holds a quote': () =>
      sql`select id as ${sql.id('"')}, (select url from far_shelf.links limit 1) as "x" from shelf.items`.execute(
        untyped,
      ),
    'call a function of another schema': () =>
      untyped
        .selectFrom('shelf.items')
        .select((eb) => eb.fn('far_shelf.peek', []).as('x'))
        .execute(),
    'shed the guard': () => untyped.withoutPlugins().selectFrom('far_shelf.links').selectAll().execute(),
    'go around the guard': () => untyped.executeQuery(CompiledQuery.raw('delete from core.guilds')),
    'escape in a transaction': () =>
      untyped.transaction().execute((db) => db.withoutPlugins().deleteFrom('core.users').execute()),
  };

  test.each(Object.entries(refused))('%s', async (_name, attempt) => {
    const failure = await Promise.resolve()
      .then(attempt)
      .catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(OwnershipError);
    expect(failure).toMatchObject({ pluginId: 'shelf' });
  });

  test('ask again what was refused, or what passed before there was such a schema', async () => {
    await expect(askOthers()).rejects.toThrow(OwnershipError);
    await expect(askOthers()).rejects.toThrow(OwnershipError);
    await expect(askLater()).rejects.toThrow('does not exist');

    await database.handle.migratePlugin('later-shelf', {
      '0001-create-links': {
        up: (db) => db.schema.createTable('later_shelf.links').addColumn('url', 'text').execute(),
        down: (db) => db.schema.dropTable('later_shelf.links').execute(),
      },
    });

    await expect(askLater()).rejects.toThrow(OwnershipError);
  });

  test('learn too little from the refusal', async () => {
    const failure = await untyped
      .deleteFrom('core.guilds')
      .execute()
      .catch((error: unknown) => error);

    expect(failure).toMatchObject({ pluginId: 'shelf', table: 'core.guilds' });
    expect((failure as Error).message).toContain('not changed');
  });
});

test('closing its handle does not close the database for others', async () => {
  await database.handle.forPlugin('shelf').destroy();

  await expect(shelf.selectFrom('core.guilds').select('id').execute()).resolves.toEqual([{ id: GUILD }]);
});

/** Never runs: the compiler checks it. */
function onlyOwnTables(handle: DatabaseHandle, plugin: PluginDatabase<'shelf'>): void {
  void plugin.selectFrom('shelf.items').select(['id', 'guildId']);
  void plugin.selectFrom('core.guilds').select('name');
  void handle.forPlugin('far-shelf').selectFrom('far_shelf.links').select('url');
  void handle.db.selectFrom('core.credentials').select('ciphertext');

  // @ts-expect-error -- a table of another plugin
  void plugin.selectFrom('far_shelf.links');
  // @ts-expect-error -- a core table that plugins may not read
  void plugin.selectFrom('core.credentials');
  // @ts-expect-error -- core is read only
  void plugin.updateTable('core.guilds').set({ name: 'x' });
  // @ts-expect-error -- core is read only
  void plugin.insertInto('core.users').values({ id: '1' });
  // @ts-expect-error -- the schema is missing
  void plugin.selectFrom('items');
  // @ts-expect-error -- ids are strings
  void plugin.selectFrom('shelf.items').where('guildId', '=', 5);
  // @ts-expect-error -- JSON goes through toJsonb
  void plugin.insertInto('shelf.items').values({ guildId: '1', title: '', tags: ['a'] });
  // @ts-expect-error -- the database gives the number
  void plugin.updateTable('shelf.items').set({ id: '1' });
}

test('the types know which tables are whose', () => {
  expect(onlyOwnTables).toBeTypeOf('function');
});
