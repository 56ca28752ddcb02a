import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { assertNodeVersion } from '../src/node-version.ts';

test.each(['v24.12.0', 'v24.21.3', 'v26.0.0'])('runs on Node %s', (version) => {
  expect(() => assertNodeVersion(version)).not.toThrow();
});

test.each(['v18.20.0', 'v22.30.1', 'v24.11.9'])('says what is needed instead of Node %s', (version) => {
  expect(() => assertNodeVersion(version)).toThrow(`This is Node ${version}; plugins need 24.12 or later.`);
});

test('asks for what the package declares', async () => {
  const { engines } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));

  expect(engines.node).toBe('>=24.12');
});
