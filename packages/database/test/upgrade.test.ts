import { MigrationDowngradeError, startDatabase, type Migrations } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { coreMigrations } from '../src/core/migrations/core-migrations.ts';
import { migrateSchema } from '../src/migrations/migrate-schema.ts';

const GUILD = '823456789012345701';
const PERSON = '923456789012345701';

type Rows = Record<string, readonly Record<string, unknown>[]>;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

async function fill(): Promise<void> {
  const { handle } = database;
  await handle.ensureGuild(GUILD);
  await handle.ensureUser(PERSON);
  for (const statement of [
    sql`insert into core.guild_plugins (guild_id, plugin_id, enabled) values (${GUILD}, 'moderation', true)`,
    sql`insert into core.settings_revisions (guild_id, plugin_id, revision, value, schema_version)
      values (${GUILD}, 'moderation', 1, '{"points": 3}', 1)`,
    sql`insert into core.audit_logs (guild_id, user_id, action, details)
      values (${GUILD}, ${PERSON}, 'moderation.warn', '{"case": 1}')`,
  ])
    await statement.execute(handle.db);
}

/** What stands in core, that of its migrations left out. */
async function rowsOfCore(): Promise<Rows> {
  const { db } = database.handle;
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c where c.relnamespace = 'core'::regnamespace
      and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migrations' order by 1`.execute(
    db,
  );
  const contents: Rows = {};
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: Record<string, unknown>;
    }>`select to_jsonb(t) as row from ${sql.id('core', name)} t order by 1`.execute(db);
    contents[name] = rows.map(({ row }) => row);
  }
  return contents;
}

/** Every column of core with its type. */
async function shapeOfCore(): Promise<unknown> {
  const { rows } = await sql`
    select table_name, column_name, data_type, is_nullable from information_schema.columns
    where table_schema = 'core' order by 1, 2`.execute(database.handle.db);
  return rows;
}

test('what the release before the newest migration of core stored is there after it', async () => {
  const { db } = database.handle;
  const [newest, migration] = Object.entries(coreMigrations).at(-1)!;
  await migration.down(db);
  await sql`delete from core.migrations where name = ${newest}`.execute(db);
  await fill();
  const before = await rowsOfCore();

  const upgraded = await startDatabase({ url: database.url, dataDir: '' });
  await upgraded.close();

  const after = await rowsOfCore();
  expect(Object.values(before).flat().length).toBeGreaterThanOrEqual(5);
  for (const [table, rows] of Object.entries(before)) expect(after[table]).toMatchObject(rows);
  const { rows: history } = await sql<{
    name: string;
  }>`select name from core.migrations order by 1`.execute(db);
  expect(history.map(({ name }) => name)).toEqual(Object.keys(coreMigrations));
});

test('a migration of core that fails halfway leaves all as it was, also what went well before it', async () => {
  const { db } = database.handle;
  await fill();
  const [before, shape] = [await rowsOfCore(), await shapeOfCore()];
  const failing: Migrations = {
    ...coreMigrations,
    '9998-change': {
      up: async (own) => {
        await sql`alter table core.guilds rename column name to title`.execute(own);
        await sql`delete from core.settings_revisions`.execute(own);
      },
      down: async () => {},
    },
    '9999-break': {
      up: async (own) => {
        await sql`drop table core.audit_logs cascade`.execute(own);
        await sql`select 1 / 0`.execute(own);
      },
      down: async () => {},
    },
  };

  const attempt = migrateSchema(db, {
    pluginId: 'core',
    schema: 'core',
    migrations: failing,
    guard: (own) => own,
  });

  await expect(attempt).rejects.toThrow(
    'Migration 9999-break of "core" failed in its "up": division by zero',
  );
  expect(await shapeOfCore()).toEqual(shape);
  expect(await rowsOfCore()).toEqual(before);
});

test('core that a newer version migrated is not opened, and nothing is changed', async () => {
  const { db } = database.handle;
  await sql`insert into core.migrations (name, version) values ('9999-future', '9.9.9')`.execute(db);
  const [rows, shape] = [await rowsOfCore(), await shapeOfCore()];

  await expect(startDatabase({ url: database.url, dataDir: '' })).rejects.toThrow(MigrationDowngradeError);

  expect(await shapeOfCore()).toEqual(shape);
  expect(await rowsOfCore()).toEqual(rows);
});
