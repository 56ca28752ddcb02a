import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findSandbox } from '../../src/cli/find-sandbox.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sandbox-'));
});
afterEach(() => rm(directory, { recursive: true }));

test('a port in the environment is taken', async () => {
  expect(await findSandbox({ port: '4000', directory })).toBe('http://127.0.0.1:4000');
});

test('else the port that the running bot noted', async () => {
  await writeFile(join(directory, 'sandbox.json'), JSON.stringify({ port: 3210, pid: 1 }));

  expect(await findSandbox({ directory })).toBe('http://127.0.0.1:3210');
});

test('without either it is said how to start one', async () => {
  await expect(findSandbox({ directory })).rejects.toThrow('Start one with "npm start"');
});

test('0, any free port, is known from what the bot noted', async () => {
  await writeFile(join(directory, 'sandbox.json'), JSON.stringify({ port: 3210, pid: 1 }));

  expect(await findSandbox({ port: '0', directory })).toBe('http://127.0.0.1:3210');
});

test.each(['-1', '65536', 'three'])('%s is no port', async (port) => {
  await expect(findSandbox({ port, directory })).rejects.toThrow(`not "${port}"`);
});
