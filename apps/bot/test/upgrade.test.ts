import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DatabaseHandle, type Migrations, schemaNameOf } from '@twi/database';
import { createTestDatabase } from '@twi/database/testing';
import { BotProcess, ROOT } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { isPlugin, type Plugin } from '@twi/sdk';
import { seedTables } from '@twi/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

/** Whole bots start one after the other. */
const TIMEOUT_MS = 240_000;
const FUTURE = '9999-from-the-future';
const FUTURE_MIGRATIONS: Migrations = { [FUTURE]: { up: async () => {}, down: async () => {} } };

/** Triggers keep it as the tags of the items say, and those of the sample rows are none. */
const DERIVED: ReadonlySet<string> = new Set(['gallery.item_tags']);

type Row = Readonly<Record<string, unknown>>;

/** The plugins that the app brings. */
async function ownPlugins(): Promise<readonly Plugin[]> {
  const { dependencies } = JSON.parse(await readFile(join(ROOT, 'apps/bot/package.json'), 'utf8'));
  const names = Object.keys(dependencies).filter((name) => name.startsWith('@twi/plugin-'));
  return Promise.all(
    names.map(async (name) => {
      const exported: object = await import(name);
      return Object.values(exported).find(isPlugin) as Plugin; // -- every plugin package exports one
    }),
  );
}

/** What stands in the tables of a plugin, those of its migrations left out. */
async function rowsOf({ db }: DatabaseHandle, plugin: Plugin): Promise<Map<string, readonly Row[]>> {
  const schema = schemaNameOf(plugin.id);
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${schema} and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migrations'`.execute(db);
  const contents = new Map<string, readonly Row[]>();
  for (const { name } of tables) {
    const { rows } = await sql<{
      row: Row;
    }>`select to_jsonb(t) as row from ${sql.id(schema, name)} t`.execute(db);
    contents.set(
      `${schema}.${name}`,
      rows.map(({ row }) => row),
    );
  }
  return contents;
}

const migrationsIn = async ({ db }: DatabaseHandle, schema: string): Promise<string[]> => {
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.id(schema, 'migrations')} order by 1`.execute(db);
  return rows.map(({ name }) => name);
};

test(
  'what each plugin had stored before its newest migration is there after the bot was upgraded',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    await using database = await createTestDatabase();
    const { handle } = database;
    const before = new Map<Plugin, Map<string, readonly Row[]>>();
    for (const plugin of await ownPlugins()) {
      const older = Object.entries(plugin.migrations ?? {})
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .slice(0, -1);
      await handle.migratePlugin(plugin.id, Object.fromEntries(older), '0.0.1');
      await seedTables(handle, plugin.id);
      before.set(plugin, await rowsOf(handle, plugin));
    }

    await using bot = BotProcess.start({
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      DATA_DIR: tmpdir(),
    });
    await bot.says('Up in');
    expect(await bot.end('SIGTERM')).toBe(0);

    expect(before.size).toBeGreaterThanOrEqual(6);
    for (const [plugin, tables] of before) {
      const after = await rowsOf(handle, plugin);
      for (const table of DERIVED) tables.delete(table);
      expect(await migrationsIn(handle, schemaNameOf(plugin.id))).toEqual(
        Object.keys(plugin.migrations ?? {}).toSorted(),
      );
      expect([...tables.values()].flat()).not.toEqual([]);
      for (const [table, rows] of tables)
        for (const row of rows) expect(after.get(table)).toContainEqual(expect.objectContaining(row));
    }
  },
);

test(
  'a database whose core is of a newer version ends the process with 78, both versions and the ways out, unchanged',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    await using database = await createTestDatabase();
    const { db } = database.handle;
    await sql`insert into core.migrations (name, version) values (${FUTURE}, '9.9.9')`.execute(db);
    const known = await migrationsIn(database.handle, 'core');

    const bot = BotProcess.start({
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      DATA_DIR: tmpdir(),
    });

    expect(await bot.ended()).toBe(78);
    expect(bot.output).toMatch(
      new RegExp(
        `Migration ${FUTURE} of "core" was applied by version 9.9.9 and is unknown to this one, \\d`,
      ),
    );
    expect(bot.output).toContain('Start the newer version again, or bring back the backup');
    expect(await migrationsIn(database.handle, 'core')).toEqual(known);
    const { rows } = await sql`select from pg_namespace where nspname in ('moderation', 'pgboss')`.execute(
      db,
    );
    expect(rows).toEqual([]);
  },
);

test(
  'a plugin whose tables are of a newer version stays out alone, with the reason',
  { timeout: TIMEOUT_MS },
  async () => {
    await using sandbox = await startSandbox({ rateLimits: false });
    await using database = await createTestDatabase();
    await database.handle.migratePlugin('utility', FUTURE_MIGRATIONS, '9.9.9');
    const guild = sandbox.guilds[0]!;
    const olivia = sandbox.as(guild.ownerId, { channelId: guild.channel('general')!.id });

    await using bot = BotProcess.start({
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATABASE_URL: database.url,
      DATA_DIR: tmpdir(),
      OWNER_GUILD_ID: guild.id,
      OWNER_IDS: guild.ownerId,
    });
    await bot.says('Up in');
    await olivia.slash('plugins enable', { plugin: 'moderation' });
    const warned = await olivia.slash('warn', { user: sandbox.user('mallory')!.id, reason: 'Spam' });
    const plugins = await olivia.slash('host plugins');

    const reason = `Migration ${FUTURE} of "utility" was applied by version 9.9.9`;
    expect(bot.output).toContain(reason);
    expect(JSON.stringify(plugins.response)).toContain(JSON.stringify(reason).slice(1, -1));
    expect(warned.response?.embeds[0]?.description).toContain('case #1');
    expect(await migrationsIn(database.handle, 'utility')).toEqual([FUTURE]);
    expect(await bot.end('SIGTERM')).toBe(0);
  },
);
