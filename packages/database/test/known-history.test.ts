import {
  type DatabaseHandle,
  lockUntilCommit,
  MigrationDowngradeError,
  type Migrations,
  startDatabase,
} from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Migrations that make one table each. */
function tables(schema: string, ...names: string[]): Migrations {
  return Object.fromEntries(
    names.map((name) => [
      `000${name}`,
      {
        up: async (db) => db.schema.createTable(`${schema}.${name}`).addColumn('id', 'bigint').execute(),
        down: async (db) => db.schema.dropTable(`${schema}.${name}`).execute(),
      },
    ]),
  );
}

/** As the next start of the bot finds it. */
async function restarted<Result>(work: (handle: DatabaseHandle) => Promise<Result>): Promise<Result> {
  const handle = await startDatabase({ url: database.url, dataDir: '', poolSize: 2 });
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

test('a start with nothing to migrate waits for nobody who migrates', async () => {
  const migrations = tables('settled', 'a', 'b');
  await database.handle.migratePlugin('settled', migrations);

  await database.handle.transaction(async (transaction) => {
    await lockUntilCommit(transaction, 'migrate core');
    await lockUntilCommit(transaction, 'migrate settled');
    expect(await restarted((handle) => handle.migratePlugin('settled', migrations))).toEqual([]);
  });
});

test('a start after an upgrade runs what is new', async () => {
  await database.handle.migratePlugin('grown', tables('grown', 'a'));

  const applied = await restarted((handle) => handle.migratePlugin('grown', tables('grown', 'a', 'b')));

  expect(applied).toEqual(['000b']);
});

test('a start after a downgrade is refused', async () => {
  await database.handle.migratePlugin('shrunk', tables('shrunk', 'a', 'b'), '2.0.0');

  const failure = await restarted((handle) =>
    handle.migratePlugin('shrunk', tables('shrunk', 'a'), '1.0.0').catch((error: unknown) => error),
  );

  expect(failure).toBeInstanceOf(MigrationDowngradeError);
});

test('a plugin whose migrations were renamed is refused as well', async () => {
  await database.handle.migratePlugin('renamed', tables('renamed', 'a'));

  const failure = await restarted((handle) =>
    handle.migratePlugin('renamed', tables('renamed', 'z')).catch((error: unknown) => error),
  );

  expect(failure).toBeInstanceOf(MigrationDowngradeError);
});

test('what was read at the start counts once: a schema that went away since is made again', async () => {
  const migrations = tables('gone', 'a');
  await database.handle.migratePlugin('gone', migrations);

  await restarted(async (handle) => {
    expect(await handle.migratePlugin('gone', migrations)).toEqual([]);
    await database.handle.rollbackPlugin('gone', migrations);
    expect(await handle.migratePlugin('gone', migrations)).toEqual(['000a']);
    await handle.rollbackPlugin('gone', migrations);
    expect(await handle.migratePlugin('gone', migrations)).toEqual(['000a']);
  });
});

test('a history from before versions were noted is brought up to date', async () => {
  const migrations = tables('old', 'a');
  await database.handle.migratePlugin('old', migrations);
  await sql`alter table old.migrations drop column version`.execute(database.handle.db);

  expect(await restarted((handle) => handle.migratePlugin('old', migrations))).toEqual([]);
  expect(await restarted((handle) => handle.migratePlugin('old', tables('old', 'a', 'b'), '2.0.0'))).toEqual([
    '000b',
  ]);
  const { rows } = await sql`select name, version from old.migrations order by name`.execute(
    database.handle.db,
  );
  expect(rows).toEqual([
    { name: '000a', version: null },
    { name: '000b', version: '2.0.0' },
  ]);
});

test('knows the schemas that are there, and those that it made', async () => {
  await database.handle.migratePlugin('seen', {});

  await restarted(async (handle) => {
    expect(handle.hasSchema('core')).toBe(true);
    expect(handle.hasSchema('seen')).toBe(true);
    expect(handle.hasSchema('unseen')).toBe(false);
    await handle.migratePlugin('unseen', {});
    expect(handle.hasSchema('unseen')).toBe(true);
  });
});
