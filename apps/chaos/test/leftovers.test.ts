import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { filesIn, workersOn } from '../src/killed/leftovers.ts';

const IDLE = 'setInterval(() => {}, 1_000); console.log("up")';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twi-leftovers-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** @returns its process id, once it runs */
async function startIdle(options: {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}): Promise<number> {
  const child = spawn(process.execPath, ['-e', IDLE], { ...options, stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child.pid!;
}

test.runIf(process.platform === 'linux')('processes that work on a folder are found', async () => {
  const standing = await startIdle({ cwd: folder });
  const told = await startIdle({ env: { DATA_DIR: folder } });
  const stranger = await startIdle({});

  const pids = (await workersOn(folder)).map(({ pid }) => pid);

  expect(new Set(pids)).toEqual(new Set([standing, told]));
  expect(pids).not.toContain(stranger);
});

test('files are found at any depth, besides those of PostgreSQL and compiled code', async () => {
  await mkdir(join(folder, 'data/postgres'), { recursive: true });
  await mkdir(join(folder, 'data/postgres.new-1-abc'), { recursive: true });
  await mkdir(join(folder, 'data/compile-cache'), { recursive: true });
  await writeFile(join(folder, 'data/postgres/log'), '');
  await writeFile(join(folder, 'data/postgres.new-1-abc/part'), '');

  expect((await filesIn(folder)).toSorted()).toEqual([
    'data',
    'data/postgres.new-1-abc',
    'data/postgres.new-1-abc/part',
  ]);
  expect(await filesIn(join(folder, 'missing'))).toEqual([]);
});
