import type { Translator } from '@twi/sdk';

/** A day without a time, which is the same everywhere; Discord's timestamps would move it into the reader's time zone. */
export function dayText(day: Date, t: Translator): string {
  return new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
}
