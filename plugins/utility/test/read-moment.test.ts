import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { readMoment } from '../src/reminders/read-moment.ts';

/** A Monday, at 14:00 in Berlin. */
const NOW = new Date('2026-11-23T13:00:00Z');
/** Far more than reading takes, far less than a person notices. */
const MOST_MS = 250;

function read(
  typed: string,
  { locale = 'en-US', timeZone = 'Europe/Berlin', now = NOW } = {},
): string | undefined {
  const moment = readMoment(typed, { locale, timeZone, now });
  return (
    moment &&
    (DateTime.fromJSDate(moment, { zone: timeZone }).toISO({
      suppressMilliseconds: true,
      suppressSeconds: true,
    }) ??
      undefined)
  );
}

test.each([
  ['10m', '2026-11-23T14:10+01:00'],
  ['1d12h', '2026-11-25T02:00+01:00'],
  ['in 2 hours', '2026-11-23T16:00+01:00'],
  ['in an hour', '2026-11-23T15:00+01:00'],
  ['tomorrow 9:00', '2026-11-24T09:00+01:00'],
  ['tomorrow', '2026-11-24T09:00+01:00'],
  ['tomorrow evening', '2026-11-24T20:00+01:00'],
  ['tonight', '2026-11-23T22:00+01:00'],
  ['the day after tomorrow 8am', '2026-11-25T08:00+01:00'],
  ['friday at 18:30', '2026-11-27T18:30+01:00'],
  ['next friday 18:30', '2026-12-04T18:30+01:00'],
  ['18:30', '2026-11-23T18:30+01:00'],
  ['at 9', '2026-11-24T09:00+01:00'],
  ['noon', '2026-11-24T12:00+01:00'],
  ['2026-12-24 20:00', '2026-12-24T20:00+01:00'],
  ['2026-12-24', '2026-12-24T09:00+01:00'],
  ['2026-12-24T20:00:00Z', '2026-12-24T21:00+01:00'],
  ['5pm EST', '2026-11-23T23:00+01:00'],
  ['in 2 days', '2026-11-25T14:00+01:00'],
  ['in 3 weeks', '2026-12-14T14:00+01:00'],
  ['the day after tomorrow', '2026-11-25T09:00+01:00'],
  ['24.12.2026 20:00', '2026-12-24T20:00+01:00'],
  ['5 march', '2027-03-05T09:00+01:00'],
  ['3/12/2027', '2027-03-12T09:00+01:00'],
])('understands %s', (typed, moment) => {
  expect(read(typed)).toBe(moment);
});

test.each([
  ['de', 'morgen 9:00', '2026-11-24T09:00+01:00'],
  ['de', 'morgen um 9 Uhr', '2026-11-24T09:00+01:00'],
  ['de', 'übermorgen', '2026-11-25T09:00+01:00'],
  ['de', 'heute Abend', '2026-11-23T18:00+01:00'],
  ['de', 'in 2 Stunden', '2026-11-23T16:00+01:00'],
  ['de', 'am Freitag um 18:30', '2026-11-27T18:30+01:00'],
  ['de', '24.12.2026 20:00', '2026-12-24T20:00+01:00'],
  ['de', 'tomorrow 9:00', '2026-11-24T09:00+01:00'],
  ['es-ES', 'mañana a las 9', '2026-11-24T09:00+01:00'],
  ['es-419', 'pasado mañana', '2026-11-25T09:00+01:00'],
  ['es-ES', 'en 2 horas', '2026-11-23T16:00+01:00'],
  ['es-ES', 'el viernes a las 18:30', '2026-11-27T18:30+01:00'],
  ['es-ES', '24/12/2026 20:00', '2026-12-24T20:00+01:00'],
  ['en-GB', '3/12/2026', '2026-12-03T09:00+01:00'],
  ['fr', '3/12/2026', '2026-12-03T09:00+01:00'],
])('in %s, understands %s', (locale, typed, moment) => {
  expect(read(typed, { locale })).toBe(moment);
});

test.each([
  '',
  'soon',
  'banana',
  'tomorrow or so',
  'tomorrow at 25:00',
  'between 9:00 and 17:00',
  '9:00 - 17:00',
  'monday and tuesday',
  '2026-02-31',
  'in 99999999999 years',
])('does not pretend to understand %s', (typed) => {
  expect(read(typed)).toBeUndefined();
});

test('what is past is read as past, so that it can be refused', () => {
  expect(read('yesterday')).toBe('2026-11-22T09:00+01:00');
  expect(read('2 hours ago')).toBe('2026-11-23T12:00+01:00');
  expect(read('2020-01-01 12:00')).toBe('2020-01-01T12:00+01:00');
});

test('the same words mean another moment in another time zone', () => {
  expect(read('tomorrow 9:00', { timeZone: 'America/New_York' })).toBe('2026-11-24T09:00-05:00');
  expect(read('tomorrow 9:00', { timeZone: 'Asia/Kolkata' })).toBe('2026-11-24T09:00+05:30');
  // It is Tuesday there already.
  const late = { timeZone: 'Pacific/Auckland', now: new Date('2026-11-23T12:30:00Z') };
  expect(read('tomorrow 9:00', late)).toBe('2026-11-25T09:00+13:00');
});

test('a time that the clocks skip is taken an hour later', () => {
  const now = new Date('2027-03-27T12:00:00Z');

  expect(read('tomorrow 2:30', { now })).toBe('2027-03-28T03:30+02:00');
});

test('of a time that the clocks repeat, the first is taken that is still to come', () => {
  const before = new Date('2026-10-24T12:00:00Z');
  const between = new Date('2026-10-25T00:45:00Z');

  expect(read('tomorrow 2:30', { now: before })).toBe('2026-10-25T02:30+02:00');
  expect(read('2026-10-25 2:30', { now: between })).toBe('2026-10-25T02:30+01:00');
});

test('hours are counted as they pass, days as the clock on the wall shows', () => {
  const now = new Date('2027-03-27T12:00:00Z');

  expect(read('in 24 hours', { now })).toBe('2027-03-28T14:00+02:00');
  expect(read('in 1 day', { now })).toBe('2027-03-28T13:00+02:00');
});

test('whatever is typed is read or not at once, and never throws', () => {
  const words = fc.constantFrom(
    'tomorrow',
    'in',
    '2',
    'days',
    '9:00',
    'next',
    'friday',
    'at',
    '-',
    '/',
    '2026',
    '31',
    'mañana',
    'um',
    'Uhr',
    'pm',
    'UTC',
    '99999999',
    'month',
    'half',
    ':',
    '.',
  );
  const typed = fc.oneof(
    fc.string({ maxLength: 100 }),
    fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(typed, fc.constantFrom('en-US', 'de', 'es-ES'), (text, locale) => {
      const begun = performance.now();
      const moment = readMoment(text, { locale, timeZone: 'Europe/Berlin', now: NOW });

      expect(moment?.getTime()).not.toBeNaN();
      expect(performance.now() - begun).toBeLessThan(MOST_MS);
    }),
    { numRuns: 500 },
  );
});
