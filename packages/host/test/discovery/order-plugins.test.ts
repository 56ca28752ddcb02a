import { expect, test } from 'vitest';
import { orderPlugins } from '../../src/discovery/order-plugins.ts';
import type { DiscoveredPlugin } from '../../src/plugin-record.ts';

const SDK = '1.4.0';

function plugin(id: string, fields: Partial<DiscoveredPlugin> = {}): DiscoveredPlugin {
  return {
    id,
    packageName: id,
    version: '1.0.0',
    requires: {},
    optional: {},
    sdkRange: '^1.0.0',
    import: () => Promise.reject(new Error('not imported here')),
    ...fields,
  };
}

function order(...plugins: DiscoveredPlugin[]): { ids: string[]; reasons: Record<string, string> } {
  const { ordered, rejected } = orderPlugins(plugins, SDK);
  return {
    ids: ordered.map(({ id }) => id),
    reasons: Object.fromEntries(rejected.map(({ discovered, failure }) => [discovered.id, failure.reason])),
  };
}

test('puts plugins after those that they require or use, otherwise in the order of the alphabet', () => {
  const { ids, reasons } = order(
    plugin('c', { requires: { d: '*' } }),
    plugin('b', { optional: { c: '*', absent: '*' } }),
    plugin('d'),
    plugin('a'),
  );

  expect(ids).toEqual(['a', 'd', 'c', 'b']);
  expect(reasons).toEqual({});
});

test('keeps a plugin out that supports another version of the host', () => {
  const { ids, reasons } = order(plugin('old', { sdkRange: '^0.9.0' }), plugin('fine'));

  expect(ids).toEqual(['fine']);
  expect(reasons).toEqual({ old: 'The plugin "old" supports @twi/sdk ^0.9.0; this host has 1.4.0.' });
});

test('accepts a pre-release of the host inside the range', () => {
  expect(orderPlugins([plugin('x')], '1.5.0-beta.1').ordered).toHaveLength(1);
});

test('keeps a plugin out whose requirement is not installed', () => {
  expect(order(plugin('x', { requires: { absent: '^2.0.0' } })).reasons).toEqual({
    x: 'The plugin "x" requires "absent" ^2.0.0, which is not installed.',
  });
});

test.each(['requires', 'optional'] as const)('names both versions when one of `%s` does not fit', (field) => {
  const { ids, reasons } = order(plugin('x', { [field]: { y: '^2.0.0' } }), plugin('y'));

  expect(ids).toEqual(['y']);
  expect(reasons).toEqual({ x: 'The plugin "x" 1.0.0 needs "y" ^2.0.0, but 1.0.0 is installed.' });
});

test('names the whole circle, and keeps out its members and those that require one', () => {
  const { ids, reasons } = order(
    plugin('a', { requires: { b: '*' } }),
    plugin('b', { requires: { c: '*' } }),
    plugin('c', { requires: { a: '*' } }),
    plugin('outside', { requires: { b: '*' } }),
    plugin('fine'),
  );
  const circle = 'The plugins "a" → "b" → "c" → "a" need each other in a circle.';

  expect(ids).toEqual(['fine']);
  expect(reasons).toEqual({
    a: circle,
    b: circle,
    c: circle,
    outside: `The plugin "outside" requires "b", which stays out: ${circle}`,
  });
});

test('keeps out what requires a plugin that stays out, however far away', () => {
  const { ids, reasons } = order(
    plugin('far', { requires: { near: '*' } }),
    plugin('near', { requires: { old: '*' } }),
    plugin('old', { sdkRange: '^9.0.0' }),
  );

  expect(ids).toEqual([]);
  expect(reasons['far']).toMatch(
    /^The plugin "far" requires "near", which stays out: The plugin "near" requires "old"/,
  );
});

test('lets a plugin run without an optional one that stays out', () => {
  expect(order(plugin('x', { optional: { old: '*' } }), plugin('old', { sdkRange: '^9.0.0' })).ids).toEqual([
    'x',
  ]);
});
