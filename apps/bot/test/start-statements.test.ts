import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { BotProcess, DatabaseProxy } from '@twi/proving';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';

const PLUGINS = ['creator-links', 'gallery', 'integrations', 'moderation', 'stats', 'utility'];
const MOST_STATEMENTS = 20;

let sandbox: Sandbox;
let database: TestDatabase;
let proxy: DatabaseProxy;
let dataDir: string;

beforeAll(async () => {
  sandbox = await startSandbox({ scene: 'empty', rateLimits: false });
  database = await createTestDatabase();
  proxy = await DatabaseProxy.start(database.url);
  dataDir = await mkdtemp(join(tmpdir(), 'twi-start-statements-'));
});
afterAll(async () => {
  await proxy[Symbol.asyncDispose]();
  await sandbox.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Makes guilds in which every plugin is on, as staff would have left them. */
async function addGuilds(count: number): Promise<void> {
  const ids = Array.from({ length: count }, () => sandbox.createGuild({ name: 'Guild' }).id);
  const { db } = database.handle;
  await sql`insert into core.guilds (id) select unnest(${ids}::bigint[])`.execute(db);
  await sql`
    insert into core.guild_plugins (guild_id, plugin_id, enabled)
    select id, plugin, true from unnest(${ids}::bigint[]) as id, unnest(${PLUGINS}::text[]) as plugin
  `.execute(db);
}

/** What a start asks of the database and of Discord until the bot is up. */
async function start(): Promise<{ statements: string[]; commandRequests: number; output: string }> {
  proxy.statements.clear();
  sandbox.clearRequests();
  await using bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: proxy.url,
    DATA_DIR: dataDir,
  });
  await bot.says('Up in');
  const statements = [...proxy.statements].flatMap(([text, times]) => Array<string>(times).fill(text));
  await bot.says('Commands are in step');
  await bot.end('SIGTERM');
  const commandRequests = sandbox.requests.filter(
    ({ method, path }) => method !== 'GET' && path.includes('/commands'),
  ).length;
  return { statements, commandRequests, output: bot.output };
}

test('a start where nothing changed sends at most twenty statements and no commands, however many guilds there are', async () => {
  await addGuilds(2);
  const first = await start();
  expect(first.commandRequests).toBeGreaterThan(0);

  const second = await start();
  await addGuilds(10);
  await start();
  const withMoreGuilds = await start();

  expect(second.commandRequests).toBe(0);
  expect(second.statements.length).toBeGreaterThan(0);
  expect(second.statements.length).toBeLessThanOrEqual(MOST_STATEMENTS);
  expect(withMoreGuilds.commandRequests).toBe(0);
  expect(withMoreGuilds.statements.toSorted()).toEqual(second.statements.toSorted());
});
