import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { type Host, startHost } from '@twi/host';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissionTable, type PluginPermissions } from './support/permission-table.ts';
import { renderPermissions } from './support/render-permissions.ts';

const PAGE = join(import.meta.dirname, '../../../docs/permissions.md');

let sandbox: Sandbox;
let database: TestDatabase;
let dataDir: string;
let host: Host;
let plugins: PluginPermissions[];
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'twi-permissions-'));
  sandbox = await startSandbox({ scene: 'empty' });
  database = await createTestDatabase();
  host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir,
    appDirectory: join(import.meta.dirname, '..'),
    logTo: () => undefined,
  });
  plugins = permissionTable(host);
});
afterAll(async () => {
  await host.stop('the test is over');
  await sandbox.close();
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('the page of the documentation lists who may use what', async () => {
  const page = renderPermissions(plugins);
  if (process.env['WRITE_PERMISSIONS_TABLE'] !== undefined) await writeFile(PAGE, page);

  expect(await readFile(PAGE, 'utf8'), 'Write it anew with WRITE_PERMISSIONS_TABLE=1').toBe(page);
});

test('every plugin of the bot is loaded', () => {
  expect(host.plugins.list().filter(({ state }) => state !== 'loaded')).toEqual([]);
});

test('every node guards something, or is asked for where it depends on whose it is', async () => {
  const idle = plugins.flatMap((plugin) => plugin.rows).filter(({ uses }) => uses.length === 0);
  const forgotten = [];
  for (const { plugin, node } of idle) {
    const source = await sourceOf(plugin);
    // Once where it is declared, and again where it is asked for.
    if (source.split(`'${node}'`).length < 3) forgotten.push(node);
  }

  expect(forgotten).toEqual([]);
});

/** What all files of a plugin say. */
async function sourceOf(plugin: string): Promise<string> {
  const folder = join(host.plugins.get(plugin)?.discovered.directory ?? '', 'src');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.join('\n');
}

test('every node that guards something is declared by a plugin', () => {
  const declared = new Set(plugins.flatMap(({ rows }) => rows.map(({ node }) => node)));
  const named = host.plugins
    .list()
    .flatMap(({ plugin }) => Object.values(plugin?.reversals ?? {}).map(({ node }) => node));

  expect(named.filter((node) => !declared.has(node))).toEqual([]);
});

test('every component and form says who may use it', () => {
  const silent = host.plugins
    .list()
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => 'interactionHandlerType' in piece && !('node' in piece.options));

  expect(silent.map(({ name }) => name)).toEqual([]);
});
