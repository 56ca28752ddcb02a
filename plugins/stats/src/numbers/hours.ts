import { DateTime } from 'luxon';
import { GuildClock } from '../counting/guild-clock.ts';
import { momentsOf } from './period.ts';

/** The messages of an hour. */
export interface HourNumbers {
  /** When it begins, in milliseconds. */
  readonly hour: number;
  /** What the clock shows then, such as `08:00`; in autumn, one hour comes twice. */
  readonly clock: string;
  readonly messages: number;
}

/** A row for every hour of a day, in order. @param counted messages by the beginning of an hour, in milliseconds */
export function everyHour(
  day: string,
  timeZone: string,
  counted: ReadonlyMap<number, number>,
): readonly HourNumbers[] {
  const guildClock = new GuildClock();
  const { from, until } = momentsOf({ from: day, to: day }, timeZone);
  // What was counted by another clock is shown where it was.
  const hours = new Set(counted.keys());
  for (let moment = from.getTime(); moment < until.getTime();) {
    hours.add(guildClock.hourOf(moment, timeZone).hour);
    moment = guildClock.nextHour(moment, timeZone);
  }
  return [...hours]
    .toSorted((one, other) => one - other)
    .map((hour) => ({
      hour,
      clock: DateTime.fromMillis(hour, { zone: timeZone }).toFormat('HH:mm'),
      messages: counted.get(hour) ?? 0,
    }));
}
