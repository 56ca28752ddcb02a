import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCS } from './documentation.ts';

const run = promisify(execFile);
const MODULES = join(DOCS, '../node_modules');
const SAMPLES = join(DOCS, 'samples');
const TIMEOUT = 120_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twi-samples-'));
  // What tests or builds leave behind in a sample is not part of it.
  const isSource = (path: string): boolean => !/node_modules|dist/.test(path.slice(SAMPLES.length));
  await cp(SAMPLES, folder, { recursive: true, filter: isSource });
  await symlink(MODULES, join(folder, 'node_modules'), 'dir');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function runTests(directory: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join(MODULES, 'vitest/vitest.mjs'), 'run', ...options], {
    cwd: join(folder, directory),
    // The packages of this workspace are not built while they are tested.
    env: { ...process.env, NODE_OPTIONS: '--conditions=source', NO_COLOR: '1' },
  });
  return stdout;
}

test("the tutorial's plugin passes its tests in a folder of its own", { timeout: TIMEOUT }, async () => {
  expect(await runTests('quotes')).toMatch(/Tests\s+7 passed/);
});

test('the plugin that the references quote passes its tests', { timeout: TIMEOUT }, async () => {
  expect(await runTests('gallery', '--config', '../quotes/vitest.config.ts')).toMatch(/Tests\s+6 passed/);
});

test('every sample is typed correctly', { timeout: TIMEOUT }, async () => {
  const compiler = join(MODULES, 'typescript/bin/tsc');
  const output = await run(process.execPath, [compiler, '-p', SAMPLES], { cwd: join(DOCS, '..') }).then(
    () => '',
    ({ stdout }: { stdout: string }) => stdout,
  );

  // The packages that the samples import are sources here, too; they are checked elsewhere.
  expect(output.split('\n').filter((line) => line.startsWith('docs/'))).toEqual([]);
});
