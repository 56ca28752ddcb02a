import { createRequire } from 'node:module';
import type * as Chrono from 'chrono-node';

const require = createRequire(import.meta.url);

/** What understands dates in a language. */
type DateReader = Pick<Chrono.Chrono, 'parse'>;

/** Words that the libraries' readers do not know, in words that they do. */
export interface DateLanguage {
  /** Comes in hundreds of files, so it is loaded with the first date, not with the bot. */
  readonly reader: () => DateReader;
  readonly instead: readonly (readonly [RegExp, string])[];
  /** Words around a moment that say nothing about it. */
  readonly filler: RegExp;
}

const chrono = (): typeof Chrono => require('chrono-node');

const english: DateLanguage = {
  reader: () => chrono().en.casual,
  instead: [[/\b(?:the )?day after tomorrow\b/iu, 'in 2 days']],
  filler: /\b(?:at|on|the|by)\b/giu,
};
const german: DateLanguage = {
  reader: () => chrono().de.casual,
  instead: [],
  filler: /\b(?:am|um|uhr|den|der)\b/giu,
};
const spanish: DateLanguage = {
  reader: () => chrono().es.casual,
  instead: [[/\bpasado mañana\b/iu, 'en 2 días']],
  filler: /(?<!\p{L})(?:el|la|a|las|de|h)(?!\p{L})/giu,
};
/** Writes the day before the month: 3/12 is in December. */
const british: DateLanguage = { ...english, reader: () => chrono().en.GB };

/** The languages in which a person may write a moment, theirs first; everybody may write English. */
export function dateLanguages(locale: string): readonly DateLanguage[] {
  if (locale === 'de') return [german, british];
  if (locale.startsWith('es')) return [spanish, british];
  return [locale === 'en-US' ? english : british];
}
