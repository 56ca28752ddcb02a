import type { Guild } from 'discord.js';
import { DateTime } from 'luxon';
import type { Numbers } from '../numbers/numbers.ts';
import type { DueReport } from './report-schedule.ts';

const MOST_NAMED = 5;

/** What a report says. */
export type Report = Awaited<ReturnType<typeof readReport>>;

/** Reads what a report says; of channels and people only what everybody in the server may see. */
export async function readReport(numbers: Numbers, guild: Guild, due: DueReport) {
  const period = { guildId: guild.id, from: due.from, to: due.day };
  const sight = await numbers.sightOfEveryone(guild, period);
  const top = { sight, limit: MOST_NAMED, offset: 0 };
  const [totals, before, days, hours, growth, users, channels] = await Promise.all([
    numbers.totals(period),
    numbers.totals(periodBefore(period)),
    numbers.days(period),
    numbers.hours(period),
    numbers.growth(period),
    numbers.users(period, top),
    numbers.channels(period, top),
  ]);
  return {
    due,
    totals,
    before,
    days,
    hours,
    joins: growth.reduce((sum, { joins }) => sum + joins, 0),
    leaves: growth.reduce((sum, { leaves }) => sum + leaves, 0),
    users: users.rows,
    channels: channels.rows,
  };
}

/** As many days, right before. */
function periodBefore<Period extends { readonly from: string; readonly to: string }>(period: Period): Period {
  const [from, to] = [period.from, period.to].map((day) => DateTime.fromISO(day, { zone: 'utc' })) as [
    DateTime,
    DateTime,
  ]; // -- one for each
  const days = to.diff(from, 'days').days + 1;
  const back = (day: DateTime): string => day.minus({ days }).toFormat('yyyy-MM-dd');
  return { ...period, from: back(from), to: back(to) };
}
