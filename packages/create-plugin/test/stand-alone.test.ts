import { copyFile, cp, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { publint } from 'publint';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installTarballs } from './support/install-tarballs.ts';
import { packAll, type Tarball } from './support/pack.ts';
import { REPOSITORY, run } from './support/run.ts';
import { type TemporaryDirectory, temporaryDirectory } from './support/temporary-directory.ts';

const SETUP_TIMEOUT_MS = 300_000;
const TEST_TIMEOUT_MS = 120_000;

let outside: TemporaryDirectory;
let tarballs: Tarball[];
let project: string;

beforeAll(async () => {
  outside = await temporaryDirectory();
  tarballs = await packAll(outside.path);
  project = await createFromTarball(outside.path);
  await installTarballs(project, tarballs);
}, SETUP_TIMEOUT_MS);
afterAll(() => outside[Symbol.asyncDispose]());

/** Makes a plugin with the scaffolder as published. */
async function createFromTarball(directory: string): Promise<string> {
  const scaffolder = tarballs.find(({ name }) => name === '@twi/create-plugin');
  await run('tar', ['-xzf', scaffolder?.file ?? ''], { cwd: directory });
  const adds = 'command,button,listener,table,job,setting';
  await run('node', ['package/dist/main.js', 'word-of-the-day', '--adds', adds], { cwd: directory });
  return join(directory, 'twi-plugin-word-of-the-day');
}

test('every package is free of publishing mistakes', { timeout: TEST_TIMEOUT_MS }, async () => {
  const mistakes = [];
  for (const { name, file } of tarballs) {
    const { buffer, byteOffset, byteLength } = await readFile(file);
    const tarball = buffer.slice(byteOffset, byteOffset + byteLength);
    const { messages } = await publint({ pack: { tarball } });
    mistakes.push(...messages.map((message) => ({ name, ...message })));
  }

  expect(tarballs.map(({ name }) => name)).toContain('@twi/sdk');
  expect(mistakes).toEqual([]);
});

test('a project outside compiles against the packages', { timeout: TEST_TIMEOUT_MS }, async () => {
  // Sapphire's own declarations do not keep to exact optional properties; ours are to be read, not skipped.
  const strict = ['tsc', '--skipLibCheck', 'false', '--exactOptionalPropertyTypes', 'false'];

  await expect(run('npm', ['run', 'check'], { cwd: project })).resolves.not.toContain('error');
  await expect(run('npx', strict, { cwd: project })).resolves.toBe('');
});

test('its tests pass against the packages', { timeout: TEST_TIMEOUT_MS }, async () => {
  await copyFile(join(import.meta.dirname, 'fixtures/installed.ts'), join(project, 'test/installed.test.ts'));

  const output = await run('npm', ['test'], { cwd: project });

  expect(output).toMatch(/Test Files +3 passed/);
});

test(
  "the tutorial's plugin compiles and passes its tests against the packages",
  { timeout: TEST_TIMEOUT_MS },
  async () => {
    const tutorial = join(outside.path, 'twi-plugin-quotes');
    await cp(join(REPOSITORY, 'docs/samples/quotes'), tutorial, {
      recursive: true,
      filter: (path) => !/node_modules|dist/.test(relative(REPOSITORY, path)),
    });
    await installTarballs(tutorial, tarballs);

    const inTutorial = (...words: string[]) => run('npm', words, { cwd: tutorial });
    const [check, tests] = await Promise.all([inTutorial('run', 'check'), inTutorial('test')]);

    expect(check).not.toContain('error');
    expect(tests).toMatch(/Tests +7 passed/);
  },
);

test('the check of plugins finds nothing wrong with it', { timeout: TEST_TIMEOUT_MS }, async () => {
  // Here the host lies inside the plugin's own folder, as in every project that installs the kit.
  const output = await run('npx', ['twi-plugin', 'check'], { cwd: project });

  expect(output).not.toMatch(/fault/i);
});

test('it can itself be packed', { timeout: TEST_TIMEOUT_MS }, async () => {
  const output = await run('npm', ['pack', '--json', '--dry-run'], { cwd: project });
  const [{ files }] = JSON.parse(output.slice(output.indexOf('[\n')));
  const paths = files.map(({ path }: { path: string }) => path);

  expect(paths).toEqual(
    expect.arrayContaining(['dist/index.js', 'dist/index.d.ts', 'src/index.ts', 'README.md']),
  );
  expect(paths.filter((path: string) => path.startsWith('test/'))).toEqual([]);
});
