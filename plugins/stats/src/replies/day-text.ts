/** A day such as `2030-01-31`, as people write it in a language. */
export function dayText(day: string, locale: string, length: 'full' | 'medium' = 'medium'): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString(locale, { dateStyle: length, timeZone: 'UTC' });
}
