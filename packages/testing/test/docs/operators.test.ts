import { expect, test } from 'vitest';
import { namesIn, read } from './documentation.ts';

const environment = await read('apps/bot/src/env.ts');
const page = await read('docs/operators/configure.md');

test('the page on configuration explains every variable that the bot reads, and no other', () => {
  const variables = Array.from(environment.matchAll(/^ {2}([A-Z][A-Z_]+): \[/gm), ([, name = '']) => name);

  expect(variables).not.toEqual([]);
  expect(namesIn(page).toSorted()).toEqual(variables.toSorted());
});

test('it names every log level', () => {
  const [, levels = ''] = /LOG_LEVELS = \[([^\]]+)\]/.exec(environment) ?? [];
  const names = Array.from(levels.matchAll(/'(\w+)'/g), ([, name = '']) => name);

  expect(names).toContain('info');
  for (const name of names) expect(page).toContain(`\`${name}\``);
});
