import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { REPOSITORY, run } from './support/run.ts';
import type { TemporaryDirectory } from './support/temporary-directory.ts';
import { temporaryWorkspace } from './support/temporary-workspace.ts';

const MAIN = join(REPOSITORY, 'packages/create-plugin/src/main.ts');
/** From the command to green tests. */
const PROMISED_MS = 60_000;

let workspace: TemporaryDirectory;
beforeAll(async () => {
  workspace = await temporaryWorkspace();
});
afterAll(() => workspace[Symbol.asyncDispose]());

const create = (...words: string[]) => run('node', [MAIN, ...words], { cwd: workspace.path });

test('makes a plugin whose tests pass, within a minute', { timeout: 2 * PROMISED_MS }, async () => {
  const begin = performance.now();
  const { DATABASE_TEST_URL } = process.env;

  const steps = await create('gallery');
  await run('vitest', ['run', 'plugins/gallery'], { cwd: workspace.path, env: { DATABASE_TEST_URL } });

  expect(steps).toContain('npx vitest run plugins/gallery');
  expect(performance.now() - begin).toBeLessThan(PROMISED_MS);
});

test('makes plugins that the checks of the workspace let pass', { timeout: 3 * PROMISED_MS }, async () => {
  const plugins = {
    'all-of-it': 'command,button,listener,table,job,setting',
    bare: 'table',
    buttons: 'button',
    'a-name-of-two-and-thirty-letters': 'listener,job',
  };
  for (const [name, adds] of Object.entries(plugins)) await create(name, '--adds', adds);
  const ambient = join(REPOSITORY, 'packages/*/src/**/*.d.ts');
  const own = { extends: './tsconfig.json', include: ['plugins/*/src', 'plugins/*/test', ambient] };
  await writeFile(join(workspace.path, 'tsconfig.plugins.json'), JSON.stringify(own));

  const check = (program: string, ...words: string[]) => run(program, words, { cwd: workspace.path });
  await expect(check('tsc', '-p', 'tsconfig.plugins.json')).resolves.toBe('');
  await expect(check('oxlint', '--type-aware', '--deny-warnings', 'plugins')).resolves.toContain('0 errors');
  await expect(check('oxfmt', '--check', 'plugins')).resolves.toContain('correct format');
});

test('leaves no trace of the template', async () => {
  await create('traceless', '--adds', 'button,setting');
  const folder = join(workspace.path, 'plugins/traceless');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });

  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map(async (file) => `${file}\n${await readFile(file, 'utf8')}`));

  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter((text) => /my-?_?plugin|#if|#else|#endif|\/\/=/i.test(text))).toEqual([]);
});

test('names the package as the workspace names its plugins', async () => {
  await create('named');
  const text = await readFile(join(workspace.path, 'plugins/named/package.json'), 'utf8');

  expect(JSON.parse(text)).toMatchObject({ name: '@twi/plugin-named', twi: { id: 'named' } });
});

test('never overwrites', async () => {
  await create('precious', '--adds', 'table');
  const readme = join(workspace.path, 'plugins/precious/README.md');
  await writeFile(readme, 'Mine.');

  await expect(create('precious')).rejects.toThrow('plugins/precious exists already. Choose another name');

  await expect(readFile(readme, 'utf8')).resolves.toBe('Mine.');
});

test.each([
  [['My Plugin'], 'The name "My Plugin" cannot be used. Give lower-case words joined by hyphens'],
  [['core'], 'The name "core" is reserved.'],
  [[], 'The name of the plugin is missing.'],
  [['one', 'two'], 'One name is accepted, not 2.'],
  [['one', '--adds', 'magic'], 'A plugin cannot add "magic". Give one or more of command'],
  [['one', '--colour', 'red'], "Unknown option '--colour'"],
])('refuses %j and makes nothing', async (words, message) => {
  const before = await readdir(join(workspace.path, 'plugins'));

  await expect(create(...words)).rejects.toThrow(message);

  await expect(readdir(join(workspace.path, 'plugins'))).resolves.toEqual(before);
});

test('tells how it is used', async () => {
  await expect(create('--help')).resolves.toContain('Usage: create-plugin [name]');
});
