import { describe, expect, test } from 'vitest';
import { latestDue } from '../src/reports/report-schedule.ts';

const BERLIN = { timeZone: 'Europe/Berlin', hour: 9 };
const due = (kind: 'daily' | 'weekly', now: string, clock = BERLIN) => {
  const { from, day, dueAt } = latestDue(kind, new Date(now), clock);
  return `${from} ${day} ${dueAt.toISOString()}`;
};

describe('the daily report', () => {
  test('is about the day before, from its hour on', () => {
    expect(due('daily', '2030-01-15T08:00:00Z')).toBe('2030-01-14 2030-01-14 2030-01-15T08:00:00.000Z');
    expect(due('daily', '2030-01-15T22:59:59Z')).toBe('2030-01-14 2030-01-14 2030-01-15T08:00:00.000Z');
  });

  test('is the one before until that hour', () => {
    expect(due('daily', '2030-01-15T07:59:59Z')).toBe('2030-01-13 2030-01-13 2030-01-14T08:00:00.000Z');
  });

  test('comes at the same hour of the clock after it was changed, in spring and in autumn', () => {
    // 31 March and 27 October 2030
    expect(due('daily', '2030-03-31T07:00:00Z')).toBe('2030-03-30 2030-03-30 2030-03-31T07:00:00.000Z');
    expect(due('daily', '2030-03-31T06:59:59Z')).toBe('2030-03-29 2030-03-29 2030-03-30T08:00:00.000Z');
    expect(due('daily', '2030-10-27T08:00:00Z')).toBe('2030-10-26 2030-10-26 2030-10-27T08:00:00.000Z');
    expect(due('daily', '2030-10-27T07:59:59Z')).toBe('2030-10-25 2030-10-25 2030-10-26T07:00:00.000Z');
  });

  test('comes once where its hour is left out or repeated', () => {
    const clock = { timeZone: 'Europe/Berlin', hour: 2 };
    const days = (from: string) =>
      Array.from({ length: 48 * 4 }, (_, quarter) => {
        const now = new Date(Date.parse(from) + quarter * 900_000);
        return latestDue('daily', now, clock).day;
      });
    // Two days by the quarter of an hour: the day goes on twice, and never back.
    for (const from of ['2030-03-30T12:00:00Z', '2030-10-26T12:00:00Z']) {
      const seen = days(from);
      expect(seen).toEqual(seen.toSorted());
      expect(new Set(seen).size).toBe(3);
    }
  });

  test('has days of zones beyond the date line, and with half hours', () => {
    expect(due('daily', '2030-01-14T19:00:00Z', { timeZone: 'Pacific/Kiritimati', hour: 9 })).toBe(
      '2030-01-14 2030-01-14 2030-01-14T19:00:00.000Z',
    );
    expect(due('daily', '2030-01-15T03:30:00Z', { timeZone: 'Asia/Kolkata', hour: 9 })).toBe(
      '2030-01-14 2030-01-14 2030-01-15T03:30:00.000Z',
    );
  });
});

describe('the weekly report', () => {
  test('is about Monday to Sunday, from Monday on', () => {
    // 14 January 2030 is a Monday
    expect(due('weekly', '2030-01-14T08:00:00Z')).toBe('2030-01-07 2030-01-13 2030-01-14T08:00:00.000Z');
    expect(due('weekly', '2030-01-20T22:00:00Z')).toBe('2030-01-07 2030-01-13 2030-01-14T08:00:00.000Z');
  });

  test('is the one before until its hour', () => {
    expect(due('weekly', '2030-01-14T07:59:59Z')).toBe('2029-12-31 2030-01-06 2030-01-07T08:00:00.000Z');
  });

  test('has seven days also in the week in which clocks are changed', () => {
    expect(due('weekly', '2030-04-01T07:00:00Z')).toBe('2030-03-25 2030-03-31 2030-04-01T07:00:00.000Z');
    expect(due('weekly', '2030-10-28T08:00:00Z')).toBe('2030-10-21 2030-10-27 2030-10-28T08:00:00.000Z');
  });
});
