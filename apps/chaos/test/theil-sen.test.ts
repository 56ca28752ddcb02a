import { expect, test } from 'vitest';
import { median, theilSen } from '../src/soak/theil-sen.ts';

const line = (rise: number, count = 20) =>
  Array.from({ length: count }, (_, index) => ({ at: index * 1_000, value: 100 + index * rise }));

test('a level line does not rise', () => {
  expect(theilSen(line(0))).toBe(0);
});

test('a line rises as it does, whatever a third of its points say', () => {
  const samples = line(2).map((sample, index) => (index % 4 === 0 ? { ...sample, value: 10_000 } : sample));

  expect(theilSen(samples)).toBeCloseTo(2 / 1_000, 4);
});

test('a leak shows through noise that is larger than what it adds in between', () => {
  const samples = line(1).map(({ at, value }, index) => ({ at, value: value + ((index * 7) % 5) * 3 }));

  expect(theilSen(samples) * 1_000).toBeGreaterThan(0.8);
});

test('one moment makes no line', () => {
  expect(() => theilSen(line(1, 1))).toThrow(RangeError);
});

test('the median is the middle one, or lies between the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow(RangeError);
});
