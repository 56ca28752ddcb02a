import { createRequire } from 'node:module';
import { container } from '@sapphire/pieces';
import type { Plugin, PluginContext } from '@twi/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discover } from '../../src/discovery/discover.ts';
import {
  pluginPackage,
  pluginSource,
  type TemporaryDirectory,
  temporaryDirectory,
} from '../fixtures/temporary-directory.ts';

let directory: TemporaryDirectory;
beforeEach(async () => {
  directory = await temporaryDirectory();
  await directory.write({ 'app/package.json': {} });
});
afterEach(() => directory[Symbol.asyncDispose]());

async function importFrom(folder: string, generation = 1): Promise<Plugin> {
  const { plugins, rejected } = await discover({
    appDirectory: `${directory.path}/app`,
    pluginPaths: [`${directory.path}/${folder}`],
  });
  const [plugin] = plugins;
  if (!plugin) throw new Error(rejected[0]?.failure.reason);
  return plugin.import(generation);
}

/** What `setup` gives of these plugins, none of which looks at its context. */
const setUp = (plugin: Plugin): unknown => plugin.setup?.({} as PluginContext);

test('gives a plugin outside the repository the one copy of what the host provides', async () => {
  await directory.write({
    'p/package.json': pluginPackage('p'),
    'p/node_modules/@sapphire/pieces/package.json': { name: '@sapphire/pieces', main: './impostor.js' },
    'p/node_modules/@sapphire/pieces/impostor.js': 'throw new Error("a second copy")',
    'p/index.ts': `
      import { container } from '@sapphire/pieces';
      import { Command } from '@sapphire/framework';
      import { Subcommand } from '@sapphire/plugin-subcommands';
      import { Client } from 'discord.js';
      import { sql } from 'kysely';
      import { Migrator } from 'kysely/migration';
      import { z } from 'zod';
      import { definePlugin } from '@twi/sdk';
      export const plugin = definePlugin({ id: 'p', title: 'P', description: 'P.', setup: () => ({ container, Command, Subcommand, Client, sql, Migrator, z }) });
    `,
  });

  const seen = setUp(await importFrom('p')) as Record<string, unknown>;

  expect(seen['container']).toBe(container);
  expect(seen['Command']).toBe((await import('@sapphire/framework')).Command);
  expect(seen['Client']).toBe((await import('discord.js')).Client);
});

test('runs JavaScript of an installed package, though it names sources that it does not ship', async () => {
  await directory.write({
    'app/node_modules/installed/package.json': pluginPackage('installed', {
      exports: { '.': { source: './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } },
    }),
    'app/node_modules/installed/dist/index.js': `import { helper } from './helper.js';\n${pluginSource('installed', 'setup: helper')}`,
    'app/node_modules/installed/dist/helper.js': 'export const helper = () => 1;',
  });

  expect(await importFrom('app/node_modules/installed')).toMatchObject({ id: 'installed' });
});

test('gives an installed plugin in CommonJS the same copies', async () => {
  await directory.write({
    'app/node_modules/old/package.json': pluginPackage('old', { type: 'commonjs', exports: './index.js' }),
    'app/node_modules/old/index.js': `
      const { definePlugin } = require('@twi/sdk');
      const { container } = require('@sapphire/pieces');
      exports.plugin = definePlugin({ id: 'old', title: 'Old', description: 'Old.', setup: () => container });
    `,
  });

  const plugin = await importFrom('app/node_modules/old');

  expect(setUp(plugin)).toBe(container);
});

test('refuses TypeScript of an installed package and says why', async () => {
  await directory.write({
    'app/node_modules/raw/package.json': pluginPackage('raw'),
    'app/node_modules/raw/index.ts': pluginSource('raw'),
  });

  await expect(importFrom('app/node_modules/raw')).rejects.toThrow(
    'an installed plugin must ship JavaScript',
  );
});

test.each([
  ['the sources', { '.': { source: './src.ts', default: './dist.js' } }],
  ['a bare condition', { source: './src.ts' }],
  ['the first alternative that exists', { '.': [{ import: './none.js' }, './src.ts'] }],
  ['what is there, when it was not built', { '.': { source: './src.ts', import: './dist/index.js' } }],
])('enters a plugin folder by %s', async (_case, exports) => {
  await directory.write({ 'p/package.json': pluginPackage('p', { exports }), 'p/src.ts': pluginSource('p') });

  expect(await importFrom('p')).toMatchObject({ id: 'p' });
});

test.each([
  ['leads nowhere', './gone.ts', 'found ./gone.ts'],
  ['leads out of the package', '../outside.ts', 'found ../outside.ts'],
  ['is missing for "."', { './other': './src.ts' }, 'found nothing'],
])('refuses a package whose entry %s', async (_case, exports, expected) => {
  await directory.write({
    'p/package.json': pluginPackage('p', { exports }),
    'outside.ts': pluginSource('p'),
  });

  await expect(importFrom('p')).rejects.toThrow(expected);
});

test.each([
  ['none', 'export const nothing = 1;', 'exports 0'],
  [
    'two',
    `${pluginSource('p')}; export const second = definePlugin({ id: 'q', title: 'Q', description: 'Q.' });`,
    'exports 2',
  ],
])('refuses an entry that exports %s', async (_case, source, expected) => {
  await directory.write({ 'p/package.json': pluginPackage('p'), 'p/index.ts': source });

  await expect(importFrom('p')).rejects.toThrow(expected);
});

test('refuses a plugin whose id is not that of its package', async () => {
  await directory.write({ 'p/package.json': pluginPackage('p'), 'p/index.ts': pluginSource('q') });

  await expect(importFrom('p')).rejects.toThrow(
    'exports the plugin "q", but "twi.id" in its package.json is "p"',
  );
});

test('takes one plugin that is exported under two names', async () => {
  await directory.write({
    'p/package.json': pluginPackage('p'),
    'p/index.ts': `${pluginSource('p')}; export default plugin;`,
  });

  expect(await importFrom('p')).toMatchObject({ id: 'p' });
});

test('evaluates all files of a plugin anew for a later generation, and the first only once', async () => {
  await directory.write({
    'p/package.json': pluginPackage('p'),
    'p/index.ts': `import { title } from './lib/title.ts';\nimport { definePlugin } from '@twi/sdk';\nexport const p = definePlugin({ id: 'p', title, description: 'P.' });`,
    'p/lib/title.ts': `export const title = 'before';`,
  });

  const before = await importFrom('p');
  await directory.write({ 'p/lib/title.ts': `export const title = 'after';` });

  expect(before.title).toBe('before');
  expect(await importFrom('p')).toBe(before);
  expect((await importFrom('p', 2)).title).toBe('after');
});

test('gives a failed import another chance in the next generation', async () => {
  await directory.write({
    'p/package.json': pluginPackage('p'),
    'p/index.ts': 'throw new Error("not yet");',
  });
  await expect(importFrom('p')).rejects.toThrow('not yet');

  await directory.write({ 'p/index.ts': pluginSource('p') });

  expect(await importFrom('p', 2)).toMatchObject({ id: 'p' });
});

test('leaves the imports of everybody else alone', async () => {
  await directory.write({
    'p/package.json': pluginPackage('p'),
    'p/index.ts': pluginSource('p'),
    'other/node_modules/zod/package.json': { name: 'zod', main: './index.cjs' },
    'other/node_modules/zod/index.cjs': 'exports.own = true;',
  });
  await importFrom('p');

  expect(createRequire(`${directory.path}/other/file.js`)('zod')).toEqual({ own: true });
});
