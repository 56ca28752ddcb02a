import { IANAZone } from 'luxon';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
/** No zone changes its offset within a quarter of an hour of the clock. */
const STEADY_MS = 900_000;
const STEADY_SINCE_MS = Date.UTC(1980, 0);
const MOST_REMEMBERED = 2_000;

/** An hour of a guild's clock. */
export interface ClockHour {
  /** The moment at which it begins, in milliseconds. */
  readonly hour: number;
  /** The day that the clock shows, such as `2030-01-31`. */
  readonly day: string;
}

/** Tells which hour and day a moment belongs to on the clocks of guilds. */
export class GuildClock {
  readonly #offsets = new Map<string, number>();
  /** The last answer for each zone: messages of a moment are asked about in a row. */
  readonly #last = new Map<string, { readonly quarter: number; readonly answer: ClockHour }>();

  /**
   * The hour of a moment. Hours begin where the clock shows a full one, so that none lies in two days, in zones with half
   * hours either; the hour that a clock repeats in autumn is another one. Where a clock is set past a full hour (Lord Howe
   * Island, from 2:00 to 2:30), the hour begins there.
   */
  hourOf(moment: number, timeZone: string): ClockHour {
    const quarter = Math.floor(moment / STEADY_MS);
    const last = this.#last.get(timeZone);
    if (last?.quarter === quarter) return last.answer;
    const answer = this.#find(moment, timeZone);
    // Since then hours have begun with a quarter everywhere, so that one quarter lies in one hour.
    if (moment >= STEADY_SINCE_MS) this.#last.set(timeZone, { quarter, answer });
    return answer;
  }

  #find(moment: number, timeZone: string): ClockHour {
    const offset = this.#offsetAt(moment, timeZone);
    let hour = fullHour(moment, offset);
    while (hour < moment && this.#offsetAt(hour, timeZone) !== offset) hour += STEADY_MS;
    return { hour, day: new Date(hour + offset).toISOString().slice(0, 10) };
  }

  /** The moment at which the hour after that of a moment begins. */
  nextHour(moment: number, timeZone: string): number {
    return fullHour(moment, this.#offsetAt(moment, timeZone)) + HOUR_MS;
  }

  #offsetAt(moment: number, timeZone: string): number {
    const key = `${timeZone} ${Math.floor(moment / STEADY_MS)}`;
    const known = this.#offsets.get(key);
    if (known !== undefined) return known;
    const offset = IANAZone.create(timeZone).offset(moment) * MINUTE_MS;
    if (this.#offsets.size >= MOST_REMEMBERED) this.#offsets.clear();
    this.#offsets.set(key, offset);
    return offset;
  }
}

/** Where the full hour before a moment is, on a clock that is never set. */
function fullHour(moment: number, offset: number): number {
  return Math.floor((moment + offset) / HOUR_MS) * HOUR_MS - offset;
}
