import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCS } from './documentation.ts';

const run = promisify(execFile);
const MODULES = join(DOCS, '../node_modules');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twi-plugin-quotes-'));
  const sample = join(DOCS, 'samples/quotes');
  await cp(sample, folder, {
    recursive: true,
    filter: (path) => !/node_modules|dist/.test(path.slice(sample.length)),
  });
  await symlink(MODULES, join(folder, 'node_modules'), 'dir');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("the tutorial's plugin passes its tests in a folder of its own", { timeout: 60_000 }, async () => {
  const { stdout } = await run(process.execPath, [join(MODULES, 'vitest/vitest.mjs'), 'run'], {
    cwd: folder,
    // The packages of this workspace are not built while they are tested.
    env: { ...process.env, NODE_OPTIONS: '--conditions=source', NO_COLOR: '1' },
  });

  expect(stdout).toMatch(/Tests\s+7 passed/);
});
