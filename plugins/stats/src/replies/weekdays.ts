const DAYS = 7;
/** The fifth of January 1970 was a Monday. */
const MONDAY = Date.UTC(1970, 0, 5);
const DAY_MS = 86_400_000;

/** The names of the days of the week in a language, Monday first. */
export function weekdays(locale: string): string[] {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return Array.from({ length: DAYS }, (_, day) => format.format(MONDAY + day * DAY_MS));
}
