import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { statsPlugin } from '../src/index.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const { pieces, nodes = {}, settings, tables = {} } = statsPlugin;

test('the readme shows every command', () => {
  for (const command of Object.keys(pieces?.commands ?? {}))
    expect(readme).toMatch(new RegExp(`\`/${command}[ \`]`));
});

test.each(Object.keys(nodes))('the readme names the permission node %s', (node) => {
  expect(readme).toContain(`\`${node}\``);
});

test.each(Object.keys(settings?.shape ?? {}))('the readme explains the setting %s', (setting) => {
  expect(readme).toMatch(new RegExp(`\\| \`${setting}\` +\\|`));
});

test.each(Object.keys(tables))('the readme says what the table %s holds', (table) => {
  expect(readme).toMatch(new RegExp(`^\\| .*\`${table}\``, 'm'));
});
