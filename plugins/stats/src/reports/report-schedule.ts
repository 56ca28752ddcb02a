import { DateTime } from 'luxon';
import type { ReportKind } from '../database/report-tables.ts';

/** How many days each report is about. */
const DAYS = { daily: 1, weekly: 7 } as const satisfies Record<ReportKind, number>;

/** When a guild wants its reports. */
export interface ReportClock {
  readonly timeZone: string;
  /** 0–23, of the guild's clock. */
  readonly hour: number;
}

/** A report that should have been posted. */
export interface DueReport {
  readonly kind: ReportKind;
  /** The first and last day that it is about, as `2030-01-31`. */
  readonly from: string;
  readonly day: string;
  /** Since when it should be there. */
  readonly dueAt: Date;
}

/** The latest report of a kind that is due. Those before it are of no interest any more. */
export function latestDue(kind: ReportKind, now: Date, { timeZone, hour }: ReportClock): DueReport {
  const here = DateTime.fromJSDate(now, { zone: timeZone });
  const begin = kind === 'weekly' ? here.startOf('week') : here.startOf('day');
  const isDue = atHour(begin, hour) <= here;
  // By the calendar, not by hours: days of 23 and 25 hours are days.
  const posted = isDue ? begin : begin.minus({ days: DAYS[kind] });
  return {
    kind,
    from: dateOf(posted.minus({ days: DAYS[kind] })),
    day: dateOf(posted.minus({ days: 1 })),
    dueAt: atHour(posted, hour).toJSDate(),
  };
}

/** An hour that a clock leaves out in spring is the one after it. */
const atHour = (day: DateTime, hour: number): DateTime =>
  DateTime.fromObject({ year: day.year, month: day.month, day: day.day, hour }, { zone: day.zone });

const dateOf = (day: DateTime): string => day.toFormat('yyyy-MM-dd');
