import {
  MigrationDowngradeError,
  MigrationError,
  OwnershipError,
  startDatabase,
  type Migrations,
} from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Migrations that make one table each: `letters('demo', 'a', 'b')` gives `demo.a` and `demo.b`. */
function letters(schema: string, ...names: string[]): Migrations {
  return Object.fromEntries(
    names.map((name) => [
      `000${name}-create-${name}`,
      {
        up: async (db) => db.schema.createTable(`${schema}.${name}`).addColumn('id', 'bigint').execute(),
        down: async (db) => db.schema.dropTable(`${schema}.${name}`).execute(),
      },
    ]),
  );
}

async function tablesOf(schema: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = ${schema} order by 1
  `.execute(database.handle.db);
  return rows.map(({ name }) => name);
}

async function schemaExists(schema: string): Promise<boolean> {
  const { rows } = await sql`select from pg_namespace where nspname = ${schema}`.execute(database.handle.db);
  return rows.length > 0;
}

test('runs what is missing, in order, once', async () => {
  const { handle } = database;

  expect(await handle.migratePlugin('ordered', letters('ordered', 'b', 'a'))).toEqual([
    '000a-create-a',
    '000b-create-b',
  ]);
  expect(await handle.migratePlugin('ordered', letters('ordered', 'a', 'b'))).toEqual([]);
  expect(await handle.migratePlugin('ordered', letters('ordered', 'a', 'b', 'c'))).toEqual(['000c-create-c']);
  expect(await tablesOf('ordered')).toEqual(['a', 'b', 'c', 'migrations']);
});

test('lets a plugin change its own tables in every way that the builder offers', async () => {
  const changes: Migrations = {
    ...letters('growing', 'a'),
    '0010-add': {
      up: async (db) => {
        await db.schema.alterTable('growing.a').addColumn('word', 'text').execute();
        await db.schema.alterTable('growing.a').renameColumn('word', 'phrase').execute();
        await db.schema
          .alterTable('growing.a')
          .alterColumn('phrase', (column) => column.setNotNull())
          .execute();
        await db.schema.alterTable('growing.a').addUniqueConstraint('one_phrase', ['phrase']).execute();
        await db.schema.createIndex('phrases').on('growing.a').column('phrase').execute();
        await db.schema.alterTable('growing.a').renameTo('b').execute();
      },
      down: async (db) => {
        await db.schema.alterTable('growing.b').renameTo('a').execute();
        await db.schema.alterTable('growing.a').dropColumn('phrase').execute();
      },
    },
  };

  expect(await database.handle.migratePlugin('growing', changes)).toHaveLength(2);
  expect(await tablesOf('growing')).toEqual(['b', 'migrations']);
  expect(await database.handle.rollbackPlugin('growing', changes)).toHaveLength(2);
});

test('turns the hyphens of an id into underscores', async () => {
  await database.handle.migratePlugin('three-word-name', letters('three_word_name', 'a'));

  expect(await tablesOf('three_word_name')).toEqual(['a', 'migrations']);
});

test.each([
  'core',
  'public',
  'pgboss',
  'pg-toast',
  'information-schema',
  'Upper',
  'a_b',
  '1st',
  '',
  'a'.repeat(64),
])('refuses the id "%s"', async (id) => {
  expect(() => database.handle.forPlugin(id)).toThrow(TypeError);
  await expect(database.handle.migratePlugin(id, {})).rejects.toThrow(TypeError);
});

test('five processes that migrate at once run every migration once', async () => {
  const handles = await Promise.all(
    Array.from({ length: 5 }, () => startDatabase({ url: database.url, dataDir: '', poolSize: 1 })),
  );

  const runs = await Promise.all(
    handles.map((handle) => handle.migratePlugin('crowd', letters('crowd', 'a', 'b'))),
  );
  await Promise.all(handles.map((handle) => handle.close()));

  expect(runs.filter((names) => names.length > 0)).toEqual([['000a-create-a', '000b-create-b']]);
  expect(await tablesOf('crowd')).toEqual(['a', 'b', 'migrations']);
});

test('a failed first migration leaves no trace and names itself', async () => {
  const failing: Migrations = {
    ...letters('failing', 'a'),
    '000b-break': { up: async (db) => void (await sql`select 1 / 0`.execute(db)), down: async () => {} },
  };

  const failure = await database.handle.migratePlugin('failing', failing).catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(MigrationError);
  expect(failure).toMatchObject({ pluginId: 'failing', migration: '000b-break', cause: { code: '22012' } });
  expect(await schemaExists('failing')).toBe(false);
});

test('a failed later migration leaves the earlier state', async () => {
  await database.handle.migratePlugin('later', letters('later', 'a'));
  const failing: Migrations = {
    ...letters('later', 'a', 'b'),
    '000c-break': { up: async () => Promise.reject(new Error('no')), down: async () => {} },
  };

  await expect(database.handle.migratePlugin('later', failing)).rejects.toThrow('no');

  expect(await tablesOf('later')).toEqual(['a', 'migrations']);
});

test('refuses a database that a newer version migrated, says which and what to do, and changes nothing', async () => {
  const { handle } = database;
  await handle.migratePlugin('downgraded', letters('downgraded', 'a'), '1.0.0');
  await handle.migratePlugin('downgraded', letters('downgraded', 'a', 'b'), '2.0.0');

  const refusal = await handle
    .migratePlugin('downgraded', letters('downgraded', 'a'), '1.0.0')
    .catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(MigrationDowngradeError);
  expect(refusal).toMatchObject({
    pluginId: 'downgraded',
    migration: '000b-create-b',
    message:
      'Migration 000b-create-b of "downgraded" was applied by version 2.0.0 and is unknown to this one, 1.0.0. ' +
      'Nothing was changed. Start the newer version again, or bring back the backup that was made before the upgrade.',
  });
  expect(await tablesOf('downgraded')).toEqual(['a', 'b', 'migrations']);
});

test('refuses it also where no version was noted yet', async () => {
  const { handle } = database;
  await handle.migratePlugin('unnoted', letters('unnoted', 'a', 'b'));
  await sql`alter table unnoted.migrations drop column version`.execute(handle.db);

  await expect(handle.migratePlugin('unnoted', letters('unnoted', 'a'))).rejects.toThrow(
    'was applied by a newer version and is unknown to this one. Nothing was changed.',
  );
  expect(await handle.migratePlugin('unnoted', letters('unnoted', 'a', 'b', 'c'), '3.0.0')).toEqual([
    '000c-create-c',
  ]);
});

test('refuses a migration that was slipped in before an applied one', async () => {
  await database.handle.migratePlugin('slipped', letters('slipped', 'b'));

  await expect(database.handle.migratePlugin('slipped', letters('slipped', 'a', 'b'))).rejects.toThrow(
    /later name/u,
  );
});

test('goes all the way down and up again', async () => {
  const migrations = letters('round', 'a', 'b');
  await database.handle.migratePlugin('round', migrations);

  expect(await database.handle.rollbackPlugin('round', migrations)).toEqual([
    '000b-create-b',
    '000a-create-a',
  ]);
  expect(await schemaExists('round')).toBe(false);
  expect(await database.handle.migratePlugin('round', migrations)).toHaveLength(2);
});

test('a way down that leaves something behind is an error and changes nothing', async () => {
  const migrations: Migrations = {
    '0001-forget': { up: letters('leftover', 'a')['000a-create-a']!.up, down: async () => {} },
  };
  await database.handle.migratePlugin('leftover', migrations);

  await expect(database.handle.rollbackPlugin('leftover', migrations)).rejects.toThrow(MigrationError);

  expect(await tablesOf('leftover')).toEqual(['a', 'migrations']);
});

test('migrations may refer to guilds and users, and reach nothing else', async () => {
  await database.handle.migratePlugin('referring', {
    '0001-refer': {
      up: async (db) =>
        db.schema
          .createTable('referring.notes')
          .addColumn('guildId', 'bigint', (column) => column.references('core.guilds.id'))
          .addColumn('userId', 'bigint')
          .addForeignKeyConstraint('notes_user', ['userId'], 'core.users', ['id'])
          .execute(),
      down: async (db) => db.schema.dropTable('referring.notes').execute(),
    },
  });
  const attempts: Migrations['string'][] = [
    { up: async (db) => db.schema.dropTable('core.guilds').execute(), down: async () => {} },
    {
      up: async (db) => db.schema.alterTable('core.guilds').addColumn('x', 'text').execute(),
      down: async () => {},
    },
    { up: async (db) => db.schema.createTable('unqualified').execute(), down: async () => {} },
    {
      up: async (db) => db.schema.createIndex('i').on('core.users').column('username').execute(),
      down: async () => {},
    },
    { up: async (db) => db.schema.createSchema('stats').execute(), down: async () => {} },
    { up: async (db) => db.schema.dropSchema('referring').execute(), down: async () => {} },
    {
      up: async (db) => db.schema.alterTable('grasping.a').setSchema('core').execute(),
      down: async () => {},
    },
    {
      up: async (db) => void (await sql`alter table core.guilds add column x text`.execute(db)),
      down: async () => {},
    },
    { up: async (db) => void (await sql`set search_path to core`.execute(db)), down: async () => {} },
  ];
  for (const migration of attempts) {
    const failure = await database.handle
      .migratePlugin('grasping', { '0001-grasp': migration })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'MigrationError', cause: { name: OwnershipError.name } });
  }
});

test("core's own migrations go down and up", async () => {
  await using other = await createTestDatabase();
  const { SchemaMigrator } = await import('../src/migrations/schema-migrator.ts');
  const { rollbackSchema } = await import('../src/migrations/migrate-schema.ts');
  const { coreMigrations } = await import('../src/core/migrations/core-migrations.ts');

  await rollbackSchema(other.handle.db, {
    pluginId: 'core',
    schema: 'core',
    migrations: coreMigrations,
    guard: (db) => db,
  });
  await new SchemaMigrator(other.url, new Set()).migrateCore();

  await expect(other.handle.db.selectFrom('core.guilds').selectAll().execute()).resolves.toEqual([]);
});
