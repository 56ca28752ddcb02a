import { isPlugin } from '@twi/sdk';
import { definePlugin } from '@twi/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discover, type Discovery } from '../../src/discovery/discover.ts';
import {
  pluginPackage,
  pluginSource,
  type TemporaryDirectory,
  temporaryDirectory,
} from '../fixtures/temporary-directory.ts';

let directory: TemporaryDirectory;
beforeEach(async () => {
  directory = await temporaryDirectory();
  await directory.write({ 'app/package.json': { name: 'app' } });
});
afterEach(() => directory[Symbol.asyncDispose]());

const find = (...pluginPaths: string[]): Promise<Discovery> =>
  discover({
    appDirectory: `${directory.path}/app`,
    pluginPaths: pluginPaths.map((folder) => `${directory.path}/${folder}`),
  });

const reasons = ({ rejected }: Discovery): string[] => rejected.map(({ failure }) => failure.reason);

test('finds the dependencies of the app that have a twi field, and no others', async () => {
  await directory.write({
    'app/package.json': {
      name: 'app',
      dependencies: { 'plugin-first': '*', '@scope/second': '*', plain: '*' },
    },
    'app/node_modules/plugin-first/package.json': pluginPackage('first'),
    'node_modules/@scope/second/package.json': pluginPackage('second', {
      name: '@scope/second',
      version: '2.1.0',
    }),
    'node_modules/plain/package.json': { name: 'plain', version: '1.0.0' },
  });

  const { plugins, rejected } = await find();

  expect(plugins.map(({ id, packageName, version }) => [id, packageName, version])).toEqual([
    ['first', 'plugin-first', '1.0.0'],
    ['second', '@scope/second', '2.1.0'],
  ]);
  expect(rejected).toEqual([]);
});

test('finds a dependency whose exports do not mention its package.json or "."', async () => {
  await directory.write({
    'app/package.json': { dependencies: { odd: '*' } },
    'app/node_modules/odd/package.json': pluginPackage('odd', {
      name: 'odd',
      exports: { './other': './x.js' },
    }),
  });

  expect((await find()).plugins.map(({ id }) => id)).toEqual(['odd']);
});

test('says nothing of a dependency that is not installed: npm does', async () => {
  await directory.write({ 'app/package.json': { dependencies: { absent: '*' } } });

  expect(await find()).toEqual({ plugins: [], rejected: [] });
});

test('finds a plugin folder, and the plugins in a folder of packages', async () => {
  await directory.write({
    'single/package.json': pluginPackage('single'),
    'many/one/package.json': pluginPackage('one'),
    'many/two/package.json': pluginPackage('two'),
    'many/library/package.json': { name: 'library' },
    'many/notes.txt': 'not a folder',
  });

  const { plugins, rejected } = await find('single', 'many');

  expect(plugins.map(({ id }) => id).toSorted()).toEqual(['one', 'single', 'two']);
  expect(rejected).toEqual([]);
});

test('counts a package once that is a dependency and in a plugin folder', async () => {
  await directory.write({
    'app/package.json': { dependencies: { 'plugin-same': '*' } },
    'app/node_modules/plugin-same/package.json': pluginPackage('same'),
  });

  const { plugins, rejected } = await find('app/node_modules/plugin-same');

  expect(plugins).toHaveLength(1);
  expect(rejected).toEqual([]);
});

test('runs no code of a plugin', async () => {
  await directory.write({
    'bomb/package.json': pluginPackage('bomb'),
    'bomb/index.ts': 'globalThis.exploded = true;',
  });

  await find('bomb');

  expect('exploded' in globalThis).toBe(false);
});

test.each([
  ['no id', { twi: {} }, '"twi.id" must be the id of the plugin'],
  ['a bad id', { twi: { id: 'Not_An_Id' } }, '"twi.id" must be lower-case words joined by hyphens'],
  ['a long id', { twi: { id: 'a'.repeat(33) } }, '"twi.id" must have at most 32 characters'],
  ['a reserved id', { twi: { id: 'core' } }, '"twi.id" is reserved'],
  ['an id that PostgreSQL keeps for itself', { twi: { id: 'pg-toast' } }, '"twi.id" is reserved'],
  ['a bad version', { version: 'new' }, '"version" must be a version such as "1.2.0"'],
  ['no sdk range', { peerDependencies: {} }, '"peerDependencies.@twi/sdk" must be a version range'],
  ['no peers', { peerDependencies: undefined }, '"peerDependencies" must name the range of @twi/sdk'],
  [
    'a bad requirement',
    { twi: { id: 'x', requires: { other: 'soon' } } },
    '"twi.requires.other" must be a version range',
  ],
  [
    'itself required',
    { twi: { id: 'x', requires: { x: '*' } } },
    '"twi.requires" must not name the plugin itself',
  ],
  ['an unknown field', { twi: { id: 'x', needs: {} } }, '"twi" may hold id, requires and optional'],
  ['no object', { twi: 'x' }, '"twi" must be an object with the id of the plugin'],
])('reports a package.json with %s by file, field and what is accepted', async (_case, fields, expected) => {
  await directory.write({ 'bad/package.json': pluginPackage('x', fields) });

  const found = await find('bad');

  expect(found.plugins).toEqual([]);
  expect(reasons(found)).toEqual([expect.stringContaining(`${directory.path}/bad/package.json: `)]);
  expect(reasons(found)).toEqual([expect.stringContaining(expected)]);
  expect(found.rejected[0]?.discovered.id).toBe('bad');
});

test('reports a package.json that is not JSON, and finds the others', async () => {
  await directory.write({
    'many/broken/package.json': '{ "name": ',
    'many/fine/package.json': pluginPackage('fine'),
  });

  const found = await find('many');

  expect(found.plugins.map(({ id }) => id)).toEqual(['fine']);
  expect(reasons(found)).toEqual([expect.stringMatching(/broken\/package\.json is not JSON/)]);
});

test('reports plugin folders that do not exist or hold no plugin', async () => {
  await directory.write({ 'empty/readme.txt': '' });

  expect(reasons(await find('nowhere', 'empty'))).toEqual([
    `The plugin folder ${directory.path}/nowhere cannot be read.`,
    `The plugin folder ${directory.path}/empty holds no package with a "twi" field.`,
  ]);
});

test('keeps both packages of one id out and names both', async () => {
  await directory.write({
    'many/one/package.json': pluginPackage('twin', { name: 'one' }),
    'many/two/package.json': pluginPackage('twin', { name: 'two' }),
  });

  const found = await find('many');

  expect(found.plugins).toEqual([]);
  expect(reasons(found)).toEqual([
    `The id "twin" is claimed by one (${directory.path}/many/one) and by two (${directory.path}/many/two); none of them is loaded.`,
  ]);
});

test('takes plugins that are handed in as values', async () => {
  const plugin = definePlugin({ id: 'given', title: 'Given', description: 'Handed in.' });

  const { plugins } = await discover({
    appDirectory: `${directory.path}/app`,
    givenPlugins: [{ plugin, version: '3.0.0' }],
  });

  expect(plugins).toHaveLength(1);
  expect(plugins[0]).toMatchObject({ id: 'given', version: '3.0.0' });
  expect(await plugins[0]?.import(1)).toBe(plugin);
});

test('imports what it found', async () => {
  await directory.write({
    'some/package.json': pluginPackage('some'),
    'some/index.ts': pluginSource('some'),
  });

  const { plugins } = await find('some');

  expect(isPlugin(await plugins[0]?.import(1))).toBe(true);
});

test('refuses to start without the package.json of the app', async () => {
  await expect(discover({ appDirectory: `${directory.path}/none` })).rejects.toThrow(
    `${directory.path}/none/package.json cannot be read`,
  );
});
