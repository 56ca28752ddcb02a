import { LARGEST_INTEGER, numberRanges } from '@twi/database';
import { expect, test } from 'vitest';

test.each([
  ['12', [12, 12], [120, 129], [1_200, 1_299]],
  ['2147483646', [2_147_483_646, 2_147_483_646]],
  ['214748364', [214_748_364, 214_748_364], [2_147_483_640, LARGEST_INTEGER]],
])('%s begins its own ranges', (typed, ...first) => {
  expect(numberRanges(typed).slice(0, first.length)).toEqual(first);
});

test('nothing typed begins every number', () => {
  expect(numberRanges('')).toEqual([[1, LARGEST_INTEGER]]);
});

test.each(['012', '0', '-1', '1.5', 'twelve', '99999999999'])('%s begins none', (typed) => {
  expect(numberRanges(typed)).toEqual([]);
});
