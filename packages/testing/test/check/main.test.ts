import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = promisify(execFile);
const TIMEOUT = 180_000;
const MAIN = fileURLToPath(new URL('../../src/check/main.ts', import.meta.url));
const BROKEN = fileURLToPath(new URL('../fixtures/broken/no-host-range', import.meta.url));
const SOUND = fileURLToPath(new URL('../fixtures/sound', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as authors do. */
async function twiPlugin(...words: string[]): Promise<Outcome> {
  try {
    return { code: 0, ...(await run(process.execPath, ['--conditions=source', MAIN, ...words])) };
  } catch (error) {
    return error as Outcome; // -- what execFile rejects with when the process fails
  }
}

test('ends with 1 and names each fault', { timeout: TIMEOUT }, async () => {
  const { code, stdout } = await twiPlugin('check', BROKEN);

  expect(code).toBe(1);
  expect(stdout).toContain('✗ package.json, manifest and loading');
  expect(stdout).toContain('"peerDependencies" must name the range of @twi/sdk');
  expect(stdout.trimEnd().endsWith('1 fault.')).toBe(true);
});

test('ends also when the plugin leaves something open', { timeout: TIMEOUT }, async () => {
  const leaky = fileURLToPath(new URL('../fixtures/broken/leaky', import.meta.url));

  const { code, stdout } = await twiPlugin('check', leaky);

  expect(code).toBe(1);
  expect(stdout.trimEnd().endsWith('3 faults.')).toBe(true);
});

test('ends with 0 where nothing is wrong', { timeout: TIMEOUT }, async () => {
  const { code, stdout } = await twiPlugin('check', SOUND, '--release');

  expect(stdout.trimEnd().endsWith('Nothing is wrong.')).toBe(true);
  expect(code).toBe(0);
});

test('explains itself, with 2 where it was not understood', { timeout: TIMEOUT }, async () => {
  const [helped, misused] = await Promise.all([twiPlugin('--help'), twiPlugin('chekc')]);

  expect(helped).toMatchObject({ code: 0, stdout: expect.stringContaining('twi-plugin check [folder]') });
  expect(misused).toMatchObject({ code: 2, stderr: expect.stringContaining('twi-plugin check [folder]') });
});
