import { expect, test } from 'vitest';
import { nextAfterFailure, nextAfterSuccess } from '../../src/feeds/polling/next-poll.ts';

const INTERVAL = 900_000;

test('a target is read within its interval, not all at the same moment', () => {
  expect(nextAfterSuccess({ intervalMs: INTERVAL }, 0)).toBe(INTERVAL);
  expect(nextAfterSuccess({ intervalMs: INTERVAL }, 1)).toBe(INTERVAL * 0.8);
});

test('a site that says for how long nothing changes is believed, for six hours at most', () => {
  expect(nextAfterSuccess({ intervalMs: INTERVAL, freshForMs: 3_600_000 }, 0)).toBe(3_600_000);
  expect(nextAfterSuccess({ intervalMs: INTERVAL, freshForMs: 86_400_000 }, 0)).toBe(21_600_000);
  expect(nextAfterSuccess({ intervalMs: INTERVAL, freshForMs: 60_000 }, 0)).toBe(INTERVAL);
});

test('after failures it is read less and less, but twice a day', () => {
  const waits = [1, 2, 3, 4, 20].map((failures) => nextAfterFailure({ intervalMs: INTERVAL, failures }, 0));

  expect(waits).toEqual([INTERVAL, INTERVAL * 2, INTERVAL * 4, INTERVAL * 8, 43_200_000]);
});

test('never sooner than its site wants, for two days at most', () => {
  for (const random of [0, 0.5, 1])
    expect(
      nextAfterFailure({ intervalMs: INTERVAL, failures: 1, waitMs: 7_200_000 }, random),
    ).toBeGreaterThanOrEqual(7_200_000);
  expect(nextAfterFailure({ intervalMs: INTERVAL, failures: 1, waitMs: 1e12 }, 0)).toBe(172_800_000);
});
