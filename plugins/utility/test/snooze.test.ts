import { expect, test } from 'vitest';
import { parseSnoozeButton, snoozeButtonId } from '../src/replies/snooze-buttons.ts';
import { SNOOZES, snoozedUntil } from '../src/reminders/snooze.ts';

test.each([
  ['10m', '2026-11-23T13:10:00.000Z'],
  ['1h', '2026-11-23T14:00:00.000Z'],
  ['tomorrow', '2026-11-24T08:00:00.000Z'],
] as const)('%s leads to %s', (snooze, moment) => {
  const now = new Date('2026-11-23T13:00:00Z');

  expect(snoozedUntil(snooze, now, 'Europe/Berlin').toISOString()).toBe(moment);
});

test('tomorrow is in the morning by the clocks of that day, also when they were changed', () => {
  const eve = new Date('2027-03-27T22:00:00Z');

  // From then on Berlin is two hours ahead.
  expect(snoozedUntil('tomorrow', eve, 'Europe/Berlin').toISOString()).toBe('2027-03-28T07:00:00.000Z');
});

test('tomorrow is the day after that of the server', () => {
  const now = new Date('2026-11-23T12:30:00Z');

  expect(snoozedUntil('tomorrow', now, 'Pacific/Auckland').toISOString()).toBe('2026-11-24T20:00:00.000Z');
});

test('a button carries what it does, for ids of any length', () => {
  for (const id of ['1', '999999999999999999'])
    for (const snooze of SNOOZES)
      expect(parseSnoozeButton(snoozeButtonId(id, snooze))).toEqual({ id, snooze });
});

test.each([
  'utility/snooze:',
  'utility/snooze:x.1h',
  'utility/snooze:1.2h',
  'utility/quotes:1.1h',
  'gallery/snooze:1.1h',
])('%s is no button of it', (id) => {
  expect(parseSnoozeButton(id)).toBeUndefined();
});
