import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { GuildClock } from '../src/counting/guild-clock.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
];
const HOUR_MS = 3_600_000;
const clock = new GuildClock();

test.each(ZONES)('an hour lies in one day of the clock in %s, and begins at a full one', (zone) => {
  const year = {
    min: new Date('2030-01-01T00:00:00Z'),
    max: new Date('2031-01-01T00:00:00Z'),
    noInvalidDate: true,
  };

  fc.assert(
    fc.property(fc.date(year), (date) => {
      const moment = date.getTime();
      const { hour, day } = clock.hourOf(moment, zone);
      const shown = DateTime.fromMillis(moment, { zone });

      expect(day).toBe(shown.toISODate());
      expect(moment - hour).toBeGreaterThanOrEqual(0);
      expect(moment - hour).toBeLessThan(HOUR_MS);
      expect(DateTime.fromMillis(hour, { zone }).hour).toBe(shown.hour);
      // Lord Howe changes its clock by half an hour, so that two hours a year begin at a half one.
      const isOdd = zone === 'Australia/Lord_Howe';
      expect(isOdd ? 0 : DateTime.fromMillis(hour, { zone }).minute).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('where a clock is set past a full hour, the hour begins at that moment', () => {
  const zone = 'Australia/Lord_Howe';
  const set = Date.parse('2030-10-05T15:30:00Z');

  expect(clock.hourOf(set - 1, zone)).toEqual({ hour: set - HOUR_MS, day: '2030-10-06' });
  expect(clock.nextHour(set - 1, zone)).toBe(set);
  for (const moment of [set, set + 600_000, set + HOUR_MS / 2 - 1])
    expect(clock.hourOf(moment, zone)).toEqual({ hour: set, day: '2030-10-06' });
  expect(clock.nextHour(set, zone)).toBe(set + HOUR_MS / 2);
});

function hoursOf(day: string): number {
  const start = DateTime.fromISO(day, { zone: 'Europe/Berlin' }).minus({ days: 1 }).toMillis();
  const moments = Array.from({ length: 3 * 24 * 4 }, (_, index) => start + index * 900_000);
  return new Set(
    moments
      .map((moment) => clock.hourOf(moment, 'Europe/Berlin'))
      .filter((hour) => hour.day === day)
      .map(({ hour }) => hour),
  ).size;
}

test('the day on which the clock is set forward has 23 hours, and that on which it is set back 25', () => {
  expect(hoursOf('2030-03-31')).toBe(23);
  expect(hoursOf('2030-07-01')).toBe(24);
  expect(hoursOf('2030-10-27')).toBe(25);
});
