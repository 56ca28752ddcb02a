import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from '../src/index.ts';

test.each([
  ['10m', 600_000],
  ['2h', 7_200_000],
  ['1d12h', 129_600_000],
  ['1 d 12 h', 129_600_000],
  ['1W', 604_800_000],
  ['90s', 90_000],
])('reads %s', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each(['', '10', 'm', 'soon', '1.5h', '-2h', '10mm', '2h soon', '0s', 'perm', '9999999d', '1y'])(
  'refuses "%s"',
  (text) => {
    expect(parseDuration(text)).toBeUndefined();
  },
);

test.each([
  [600_000, '10 minutes'],
  [129_600_000, '1 day 12 hours'],
  [694_861_000, '1 week 1 day'],
  [1_000, '1 second'],
  [0, '1 second'],
])('writes %d ms as "%s"', (ms, words) => {
  expect(formatDuration(ms)).toBe(words);
});
