import { time, TimestampStyles } from 'discord.js';

/** A day in the past, and how long ago it was, in the reader's own time zone. */
export function momentWithAge(at: Date): string {
  return `${time(at, TimestampStyles.LongDate)} (${time(at, TimestampStyles.RelativeTime)})`;
}
