import { expect, test } from 'vitest';
import { decodeErrorPage, encodeErrorPage } from '../../src/core/error-page-state.ts';
import { componentIds } from '../../src/core/component-ids.ts';

test.each([
  [{ filter: { includeResolved: false } }],
  [{ filter: { pluginId: 'creator-links', includeResolved: true }, cursor: 'a1b2c3d4' }],
  [{ filter: { since: new Date('2026-01-02T03:04:05Z'), includeResolved: false }, cursor: 'a1b2c3d4' }],
])('a page survives its custom id: %j', (state) => {
  expect(decodeErrorPage(encodeErrorPage(state))).toEqual(state);
});

test('the longest state fits into a custom id', () => {
  const state = encodeErrorPage({
    filter: { pluginId: 'p'.repeat(32), since: new Date(), includeResolved: true },
    cursor: 'a'.repeat(30),
  });

  expect(componentIds.hostErrorsPage(state).length).toBeLessThanOrEqual(100);
  expect(componentIds.hostErrorMark('resolve', 'f'.repeat(64)).length).toBeLessThanOrEqual(100);
});
