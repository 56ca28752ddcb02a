import { expect, test } from 'vitest';
import { namesIn, read } from './documentation.ts';

const environment = await read('apps/bot/src/env.ts');
const page = await read('docs/operators/configure.md');

test('the page on configuration explains every variable that the bot reads, and no other', () => {
  const variables = Array.from(environment.matchAll(/^ {2}([A-Z][A-Z\d_]+): \[/gm), ([, name = '']) => name);

  expect(variables).not.toEqual([]);
  expect(namesIn(page).toSorted()).toEqual(variables.toSorted());
});

test('it names every log level', () => {
  const [, levels = ''] = /LOG_LEVELS = \[([^\]]+)\]/.exec(environment) ?? [];
  const names = Array.from(levels.matchAll(/'(\w+)'/g), ([, name = '']) => name);

  expect(names).toContain('info');
  for (const name of names) expect(page).toContain(`\`${name}\``);
});

test('the page on containers tells what the image sets', async () => {
  const image = await read('apps/bot/Dockerfile');
  const container = await read('docs/operators/container.md');
  const [, settings = ''] = /^ENV ((?:.*\\\n)*.*)$/m.exec(image) ?? [];
  const names = Array.from(settings.matchAll(/([A-Z_]+)=/g), ([, name = '']) => name).filter((name) =>
    page.includes(`\`${name}\``),
  );

  expect(names).toContain('HTTP_PORT');
  expect(names.filter((name) => !container.includes(`\`${name}\``))).toEqual([]);
});
