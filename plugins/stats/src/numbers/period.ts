import type { Snowflake } from 'discord.js';
import { DateTime } from 'luxon';

/** Days of a guild's clock, both included, as `2030-01-31`. */
export interface Period {
  readonly guildId: Snowflake;
  readonly from: string;
  readonly to: string;
}

/** A period in as few parts as there are sums of. */
export interface Spans {
  /** The first days of whole months. */
  readonly months: readonly string[];
  /** The days that lie in none of them. */
  readonly days: readonly string[];
}

/** The same with days that are in the months and not in the period, so that fewer rows are read. */
export interface SignedSpans extends Spans {
  /** What was done on these days is to be taken away. */
  readonly taken: readonly string[];
}

/** In a month, about as many people do something as on so many of its days together. */
const DAYS_LIKE_A_MONTH = 2;

/** The last days up to a moment, its own included. */
export function lastDays(days: number, timeZone: string, now: number): Pick<Period, 'from' | 'to'> {
  const to = DateTime.fromMillis(now, { zone: timeZone });
  return { from: isoDay(to.minus({ days: days - 1 })), to: isoDay(to) };
}

/** Each day, in order. */
export function daysOf({ from, to }: Pick<Period, 'from' | 'to'>): string[] {
  const days: string[] = [];
  const last = calendarDay(to);
  for (let day = calendarDay(from); day <= last; day = day.plus({ days: 1 })) days.push(isoDay(day));
  return days;
}

/** The whole months of a period, and the days around them. @param latest no day after this one has numbers */
export function spansOf(period: Pick<Period, 'from' | 'to'>, latest: string | undefined): Spans {
  const { from, to } = period;
  // What nothing comes after may as well go on to the end of its month.
  const end = latest === undefined || latest <= to ? isoDay(calendarDay(to).endOf('month')) : to;
  const months = new Set<string>();
  for (let month = calendarDay(from).startOf('month'); isoDay(month) <= to; month = month.plus({ months: 1 }))
    if (isoDay(month) >= from && isoDay(month.endOf('month')) <= end) months.add(isoDay(month));
  const days = daysOf(period).filter((day) => !months.has(`${day.slice(0, 7)}-01`));
  return { months: [...months], days };
}

/** A period in as few rows as can be: of a month that is mostly in it, what lies outside is taken away. */
export function signedSpansOf(period: Pick<Period, 'from' | 'to'>, latest: string | undefined): SignedSpans {
  const { months, days } = spansOf(period, latest);
  const byMonth = Object.groupBy(days, (day) => `${day.slice(0, 7)}-01`);
  const kept: string[] = [];
  const taken: string[] = [];
  const mostly: string[] = [];
  for (const [month, inside = []] of Object.entries(byMonth)) {
    const end = isoDay(calendarDay(month).endOf('month'));
    const among = new Set(inside);
    const outside = daysOf({ from: month, to: end }).filter(
      (day) => !among.has(day) && latest !== undefined && day <= latest,
    );
    if (outside.length + DAYS_LIKE_A_MONTH >= inside.length) kept.push(...inside);
    else {
      mostly.push(month);
      taken.push(...outside);
    }
  }
  return { months: [...months, ...mostly], days: kept, taken };
}

/** The moments at which a period begins and ends. On days when clocks change, they are 23 or 25 hours apart. */
export function momentsOf(
  { from, to }: Pick<Period, 'from' | 'to'>,
  zone: string,
): { readonly from: Date; readonly until: Date } {
  const start = DateTime.fromISO(from, { zone }).startOf('day');
  const end = DateTime.fromISO(to, { zone }).plus({ days: 1 }).startOf('day');
  return { from: start.toJSDate(), until: end.toJSDate() };
}

/** Days of the calendar have no zone, so none of them is shorter. */
function calendarDay(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function isoDay(moment: DateTime): string {
  return moment.toFormat('yyyy-MM-dd');
}
