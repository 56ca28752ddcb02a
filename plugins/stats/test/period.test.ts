import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { daysOf, type SignedSpans, signedSpansOf, spansOf } from '../src/numbers/period.ts';

const FIRST = DateTime.fromISO('2028-01-01', { zone: 'utc' });
const dayAt = (days: number): string => FIRST.plus({ days }).toFormat('yyyy-MM-dd');

/** Every day that spans speak of with a number, and how often it counts. */
function timesOf({ months, days, taken }: SignedSpans, latest: string): Record<string, number> {
  const times: Record<string, number> = {};
  const add = (day: string, by: number): void => {
    if (day <= latest) times[day] = (times[day] ?? 0) + by;
  };
  for (const month of months) {
    const to = DateTime.fromISO(month, { zone: 'utc' }).endOf('month').toFormat('yyyy-MM-dd');
    for (const day of daysOf({ from: month, to })) add(day, 1);
  }
  for (const day of days) add(day, 1);
  for (const day of taken) add(day, -1);
  return Object.fromEntries(Object.entries(times).filter(([, count]) => count !== 0));
}

test('each day of a period with numbers counts once, and no other, in no more parts than without signs', () => {
  const lengths = fc.constantFrom(1, 7, 20, 28, 30, 31, 90, 365);
  const moments = fc.record({
    from: fc.integer({ min: 0, max: 800 }),
    days: lengths,
    after: fc.integer({ min: -40, max: 40 }),
  });
  fc.assert(
    fc.property(moments, ({ from, days, after }) => {
      const period = { from: dayAt(from), to: dayAt(from + days - 1) };
      const latest = dayAt(from + days - 1 + after);
      const spans = signedSpansOf(period, latest);
      const counting = daysOf(period).filter((day) => day <= latest);

      expect(timesOf(spans, latest)).toEqual(Object.fromEntries(counting.map((day) => [day, 1])));
      const plain = spansOf(period, latest);
      const parts = spans.months.length + spans.days.length + spans.taken.length;
      expect(parts).toBeLessThanOrEqual(plain.months.length + plain.days.length);
    }),
    { numRuns: 100 },
  );
});

test('of a month that is mostly in a period, the few days outside are taken away', () => {
  expect(signedSpansOf({ from: '2029-01-04', to: '2029-02-10' }, '2029-02-10')).toEqual({
    months: ['2029-02-01', '2029-01-01'],
    days: [],
    taken: ['2029-01-01', '2029-01-02', '2029-01-03'],
  });
});

test('a short period is read by its days', () => {
  expect(signedSpansOf({ from: '2029-01-20', to: '2029-01-22' }, '2029-03-01')).toEqual({
    months: [],
    days: ['2029-01-20', '2029-01-21', '2029-01-22'],
    taken: [],
  });
});
