import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { intentsFor } from '../src/gateway/intents.ts';
import { ROUTES } from '../src/rest/routes.ts';
import { EVENT_NAMES } from '../src/state/event-name.ts';
import { renderSupportTable } from '../src/support-table.ts';

const PAGE = fileURLToPath(new URL('../../../docs/reference/sandbox.md', import.meta.url));

test('the page of the documentation lists what is served', () => {
  const table = renderSupportTable();
  if (process.env['WRITE_SUPPORT_TABLE'] !== undefined) {
    mkdirSync(dirname(PAGE), { recursive: true });
    writeFileSync(PAGE, table);
  }

  expect(readFileSync(PAGE, 'utf8'), 'Write it anew with WRITE_SUPPORT_TABLE=1').toBe(table);
});

test('every operation is served once', () => {
  const operations = ROUTES.map(({ method, template }) => `${method} ${template}`);

  expect(operations.filter((operation, index) => operations.indexOf(operation) !== index)).toEqual([]);
});

test('only interactions and what concerns the bot itself arrive without an intent', () => {
  const free = EVENT_NAMES.filter((name) => intentsFor(name, true) === 0);

  expect(free).toEqual(['INTERACTION_CREATE', 'USER_UPDATE']);
});
