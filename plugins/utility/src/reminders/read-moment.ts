import type { ParsedResult } from 'chrono-node';
import { DateTime } from 'luxon';
import { parseDuration } from '@twi/sdk';
import { dateLanguages, type DateLanguage } from './date-languages.ts';

/** When a day begins for somebody who gave no time. */
const MORNING = 9;
/** Parts of a day for which the reader fills in an hour: `tomorrow evening`. */
const PARTS_OF_DAY = new Set([
  'casualReference/morning',
  'casualReference/noon',
  'casualReference/afternoon',
  'casualReference/evening',
  'casualReference/night',
  'casualReference/tonight',
  'casualReference/midnight',
]);
/** Days and weeks from now: `in 2 days`. */
const FROM_NOW = 'result/relativeDate';
const PUNCTUATION = /[\s,.;]+/gu;

export interface MomentOptions {
  /** The language of who wrote it, as Discord names it. */
  readonly locale: string;
  /** The IANA time zone in which they mean it. */
  readonly timeZone: string;
  readonly now: Date;
}

/**
 * The moment that somebody means by `10m`, `tomorrow 9:00` or `24.12.2026 20:00`, or `undefined` where it cannot be told.
 *
 * Spans of hours and minutes are counted as they pass; days and times of day are read off the clock on the wall, so that
 * `in 2 days` comes at the same hour although the clocks were changed. An hour that the clocks skip is taken one later, and
 * of one that they repeat the first that is still to come.
 */
export function readMoment(typed: string, options: MomentOptions): Date | undefined {
  const span = parseDuration(typed);
  if (span !== undefined) return valid(new Date(options.now.getTime() + span));
  for (const language of dateLanguages(options.locale)) {
    const moment = readIn(language, typed, options);
    if (moment) return moment;
  }
  return undefined;
}

function readIn(language: DateLanguage, typed: string, { timeZone, now }: MomentOptions): Date | undefined {
  const text = language.instead.reduce((said, [words, others]) => said.replace(words, others), typed.trim());
  const timezone = DateTime.fromJSDate(now, { zone: timeZone }).offset;
  const [found, another] = language.reader().parse(text, { instant: now, timezone }, { forwardDate: true });
  if (!found || another || found.end) return undefined;
  const rest = text.replace(found.text, ' ').replaceAll(language.filler, '').replaceAll(PUNCTUATION, '');
  if (rest !== '') return undefined;
  // Reworded are names of days: `the day after tomorrow` is no span, and begins in the morning as `tomorrow` does.
  return momentOf(found, { timeZone, now, isSpan: text === typed.trim() });
}

interface Reading extends Omit<MomentOptions, 'locale'> {
  /** Whether what counts days from now keeps the time of day. */
  readonly isSpan: boolean;
}

function momentOf(found: ParsedResult, { timeZone, now, isSpan }: Reading): Date | undefined {
  // Hours and minutes from now, or a time zone of their own.
  if (found.start.isCertain('timezoneOffset')) return valid(found.start.date());
  const [year, month, day] = [found.start.get('year'), found.start.get('month'), found.start.get('day')];
  if (year === null || month === null || day === null) return undefined;
  const wall = DateTime.fromObject({ year, month, day, ...timeOfDay(found, isSpan) }, { zone: timeZone });
  return wall.isValid ? firstToCome(wall, now) : undefined;
}

function timeOfDay(found: ParsedResult, isSpan: boolean): { readonly hour: number; readonly minute: number } {
  const isMeant =
    found.start.isCertain('hour') ||
    [...found.tags()].some((tag) => (isSpan && tag === FROM_NOW) || PARTS_OF_DAY.has(tag));
  if (!isMeant) return { hour: MORNING, minute: 0 };
  return { hour: found.start.get('hour') ?? MORNING, minute: found.start.get('minute') ?? 0 };
}

function firstToCome(wall: DateTime, now: Date): Date {
  const moments = wall.getPossibleOffsets().map((possible) => possible.toMillis());
  const toCome = moments.filter((moment) => moment > now.getTime());
  return new Date(Math.min(...(toCome.length > 0 ? toCome : moments)));
}

function valid(moment: Date): Date | undefined {
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
