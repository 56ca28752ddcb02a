import { DateTime } from 'luxon';

/** How long a reminder can be put off. */
export const SNOOZES = ['10m', '1h', 'tomorrow'] as const;

export type Snooze = (typeof SNOOZES)[number];

const SPANS_MS = { '10m': 600_000, '1h': 3_600_000 } as const;
const MORNING = 9;

export function isSnooze(text: string): text is Snooze {
  return SNOOZES.some((snooze) => snooze === text);
}

/** When a reminder that is put off now comes again. Tomorrow is in the morning, by the clocks of the time zone. */
export function snoozedUntil(snooze: Snooze, now: Date, timeZone: string): Date {
  if (snooze !== 'tomorrow') return new Date(now.getTime() + SPANS_MS[snooze]);
  return DateTime.fromJSDate(now, { zone: timeZone })
    .plus({ days: 1 })
    .startOf('day')
    .set({ hour: MORNING })
    .toJSDate();
}
