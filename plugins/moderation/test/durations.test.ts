import { expect, test } from 'vitest';
import { parseBanDuration, parseTimeoutDuration } from '../src/actions/durations.ts';

const DAY_MS = 86_400_000;

test.each([
  ['1s', 1_000],
  ['10m', 600_000],
  ['1d12h', 1.5 * DAY_MS],
  ['28d', 28 * DAY_MS],
  ['4w', 28 * DAY_MS],
])('takes %s for a timeout', (text, expected) => {
  expect(parseTimeoutDuration(text)).toBe(expected);
});

test.each(['', '0m', '10', 'soon', '-1h', 'perm', '28d1s', '29d'])('refuses "%s" for a timeout', (text) => {
  expect(() => parseTimeoutDuration(text)).toThrow(
    expect.objectContaining({
      identifier: 'moderation.bad-duration',
      message: expect.stringMatching(
        /^`duration` does not take ".*"\. Give a number and a unit .*, at most 28 days\.$/,
      ),
    }),
  );
});

test.each([
  ['1s', 1_000],
  ['7d', 7 * DAY_MS],
  ['1825d', 1_825 * DAY_MS],
  ['perm', undefined],
  [' Perm ', undefined],
  [null, undefined],
])('takes %s for a ban', (text, expected) => {
  expect(parseBanDuration(text)).toBe(expected);
});

test.each(['', '0s', 'forever', '1825d1s'])('refuses "%s" for a ban', (text) => {
  expect(() => parseBanDuration(text)).toThrow(
    expect.objectContaining({
      identifier: 'moderation.bad-duration',
      message: expect.stringContaining('at most 5 years, or `perm` for a ban without end.'),
    }),
  );
});
