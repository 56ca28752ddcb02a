import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { startTestServer } from '@twi/database/testing';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';

const SLOW_TEST_MS = 60_000;
const PROGRAM = new URL('support/test-run.ts', import.meta.url);

/** A test run in a process of its own, up to the point where its server runs. */
async function startRun(): Promise<{ run: ChildProcess; url: string; directories: () => Promise<string[]> }> {
  const run = fork(PROGRAM, { execArgv: ['--conditions=source'], env: withoutServer() });
  const [url] = (await once(run, 'message')) as [string];
  const directories = async () =>
    (await readdir(tmpdir())).filter((name) => name.startsWith(`twi-test-postgres-${run.pid}-`));
  return { run, url, directories };
}

function withoutServer(): NodeJS.ProcessEnv {
  const { DATABASE_TEST_URL: _url, ...env } = process.env;
  return env;
}

async function end(run: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(run, 'exit');
  run.kill(signal);
  await ended;
}

async function isServed(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

test('the server of a run ends with its teardown', { timeout: SLOW_TEST_MS }, async () => {
  const { run, url, directories } = await startRun();
  expect(await isServed(url)).toBe(true);
  expect(await directories()).toHaveLength(1);

  const ended = once(run, 'exit');
  run.send('tear down');
  await ended;

  expect(await isServed(url)).toBe(false);
  expect(await directories()).toEqual([]);
});

test('the server of a run that is interrupted ends too', { timeout: SLOW_TEST_MS }, async () => {
  const { run, url, directories } = await startRun();

  await end(run, 'SIGINT');

  await expect.poll(() => isServed(url), { timeout: 10_000 }).toBe(false);
  expect(await directories()).toEqual([]);
});

test('what a killed run left is removed by the next', { timeout: SLOW_TEST_MS }, async () => {
  const { run, url, directories } = await startRun();
  await end(run, 'SIGKILL');
  expect(await isServed(url)).toBe(true);

  const next = await startTestServer();
  onTestFinished(() => next.stop());

  await expect.poll(() => isServed(url), { timeout: 10_000 }).toBe(false);
  expect(await directories()).toEqual([]);
  expect(await isServed(next.url)).toBe(true);
});
