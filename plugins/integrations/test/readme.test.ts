import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { integrationsPlugin } from '../src/index.ts';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const { pieces, nodes = {}, settings } = integrationsPlugin;

test.each(Object.keys(pieces?.commands ?? {}))('the readme shows /%s', (command) => {
  expect(readme).toMatch(new RegExp(`\`/${command}[ \`]`));
});

test.each(Object.keys(nodes))('the readme names the permission node %s', (node) => {
  expect(readme).toContain(`\`${node}\``);
});

test.each(Object.keys(settings?.shape ?? {}))('the readme explains the setting %s', (setting) => {
  expect(readme).toMatch(new RegExp(`\\| \`${setting}\` +\\|`));
});
