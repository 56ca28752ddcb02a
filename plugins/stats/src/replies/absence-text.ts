import type { Translator } from '@twi/sdk';
import { time, TimestampStyles } from 'discord.js';
import type { Absence } from '../database/numbers-absences.ts';
import { lastDays } from '../numbers/period.ts';

const MOST_SHOWN = 3;
const DAY_MS = 86_400_000;

/** When the bot was away, as people read it: the latest times, and how many more there were. */
export function absenceText(absences: readonly Absence[], t: Translator): string {
  const lines = absences.slice(0, MOST_SHOWN).map(({ goneAt, backAt, membersBefore, membersAfter }) =>
    t('stats:growth.away', {
      from: time(goneAt, TimestampStyles.ShortDateTime),
      to: time(backAt, TimestampStyles.ShortDateTime),
      before: membersBefore,
      after: membersAfter,
    }),
  );
  const more = absences.length - lines.length;
  return [...lines, ...(more > 0 ? [t('stats:growth.more-away', { count: more })] : [])].join('\n');
}

/** The days of a clock on which the bot was away for a while. */
export function awayDays(absences: readonly Absence[], timeZone: string): ReadonlySet<string> {
  const days = new Set<string>();
  for (const { goneAt, backAt } of absences) {
    for (let at = goneAt.getTime(); at < backAt.getTime(); at += DAY_MS)
      days.add(lastDays(1, timeZone, at).to);
    days.add(lastDays(1, timeZone, backAt.getTime()).to);
  }
  return days;
}
