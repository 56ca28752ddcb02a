import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOCS, read } from './documentation.ts';

const page = await read('docs/security.md');

interface Named {
  readonly file: string;
  readonly tests: readonly string[];
}

/** `path/of/a.test.ts`: “name”, “another name” */
const NAMED = /`([^`]+\.test\.ts)`: (“[^”]+”(?:, “[^”]+”)*)/g;

function namedIn(text: string): Named[] {
  return Array.from(text.matchAll(NAMED), ([, file = '', names = '']) => ({
    file,
    tests: Array.from(names.matchAll(/“([^”]+)”/g), ([, name = '']) => name),
  }));
}

test('the page on security names tests that there are', async () => {
  const named = namedIn(page);
  const missing: string[] = [];
  for (const { file, tests } of named) {
    const source = await read(file);
    for (const name of tests) if (!source.includes(name)) missing.push(`${file}: ${name}`);
  }

  expect(named.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

test('it names a test for every attack', () => {
  const attacks = page
    .split('\n## ')
    .filter((section) => /^\| attack /m.test(section))
    .flatMap((section) => section.split('\n').filter((line) => line.startsWith('| ')))
    .filter((line) => !/^\| (?:attack|-+) /.test(line));

  expect(attacks.length).toBeGreaterThan(30);
  expect(attacks.filter((line) => namedIn(line).length === 0)).toEqual([]);
});

test('every file of a test that it names is named with what it shows', async () => {
  const files = Array.from(page.matchAll(/`([^`]+\.test\.ts)`/g), ([, file = '']) => file);

  expect(files).toHaveLength(namedIn(page).length);
  await Promise.all(files.map((file) => access(join(DOCS, '..', file))));
});
