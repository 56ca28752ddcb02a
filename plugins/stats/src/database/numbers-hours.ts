import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type RawBuilder, sql } from 'kysely';
import type { Period } from '../numbers/period.ts';

const WEEKDAYS = 7;
const HOURS = 24;

interface HeatQuery extends Period {
  readonly timeZone: string;
  /** Absent: all. */
  readonly channelIds?: readonly Snowflake[];
}

/** Messages by weekday (Monday first) and hour of a guild's clock. */
export async function heatOf(
  db: PluginDatabase<'stats'>,
  { guildId, from, to, timeZone, channelIds }: HeatQuery,
): Promise<readonly (readonly number[])[]> {
  // The days of a clock begin at most 14 hours before and after those of UTC.
  const { rows } = await sql<{ weekday: number; hour: number; messages: number }>`
    select extract(isodow from clock)::int as weekday, extract(hour from clock)::int as hour, sum(messages)::float8 as messages
    from (
      select hour at time zone ${timeZone} as clock, sum(messages) as messages from ${placesOf(channelIds)} and guild_id = ${guildId} and day between ${from}::date and ${to}::date
        and hour between ((${from}::timestamp - interval '1 day') at time zone 'UTC')
          and (${to}::timestamp + interval '2 days') at time zone 'UTC'
      group by hour
    ) as hours
    group by 1, 2`.execute(db);
  const values = Array.from({ length: WEEKDAYS }, () => Array.from({ length: HOURS }, () => 0));
  for (const { weekday, hour, messages } of rows) values[weekday - 1]?.splice(hour, 1, messages);
  return values;
}

/** Messages in channels since the beginning of an hour. */
export async function messagesSince(
  db: PluginDatabase<'stats'>,
  {
    guildId,
    channelIds,
    since,
  }: { readonly guildId: Snowflake; readonly channelIds: readonly Snowflake[]; readonly since: Date },
): Promise<number> {
  const { rows } = await sql<{ messages: number }>`
    select coalesce(sum(messages), 0)::float8 as messages from stats.channel_hours
    where guild_id = ${guildId} and channel_id = any(${channelIds}::bigint[])
      and hour >= ${since.toISOString()}::timestamptz`.execute(db);
  return rows[0]?.messages ?? 0;
}

interface DayQuery extends Pick<Period, 'guildId'> {
  readonly day: string;
  /** Absent: all. */
  readonly channelIds?: readonly Snowflake[];
}

/** Messages by the beginning of an hour of one day, in milliseconds. */
export async function hoursOfChannels(
  db: PluginDatabase<'stats'>,
  { guildId, day, channelIds }: DayQuery,
): Promise<ReadonlyMap<number, number>> {
  return hoursOf(
    db,
    sql`select hour, messages from ${placesOf(channelIds)}
      and guild_id = ${guildId} and day = ${day}::date and ${nearDay(day)}`,
  );
}

/** The same of people, without channels that are hidden. */
export async function hoursOfPeople(
  db: PluginDatabase<'stats'>,
  {
    guildId,
    day,
    userIds,
    hidden,
  }: DayQuery & { readonly userIds: readonly Snowflake[]; readonly hidden: readonly Snowflake[] },
): Promise<ReadonlyMap<number, number>> {
  return hoursOf(
    db,
    sql`select hour, messages from stats.activity_hours
    where guild_id = ${guildId} and day = ${day}::date and ${nearDay(day)}
      and user_id = any(${userIds}::bigint[]) and channel_id <> all(${hidden}::bigint[])`,
  );
}

/** Some channels, or all of them, which are summed for themselves. */
function placesOf(channelIds: readonly Snowflake[] | undefined): RawBuilder<unknown> {
  return channelIds
    ? sql`stats.channel_hours where channel_id = any(${channelIds}::bigint[])`
    : sql`stats.guild_hours where true`;
}

/** The days of a clock begin at most 14 hours before and after those of UTC. */
function nearDay(day: string): RawBuilder<unknown> {
  return sql`hour between ((${day}::timestamp - interval '1 day') at time zone 'UTC')
    and (${day}::timestamp + interval '2 days') at time zone 'UTC'`;
}

async function hoursOf(
  db: PluginDatabase<'stats'>,
  rows: RawBuilder<unknown>,
): Promise<ReadonlyMap<number, number>> {
  const { rows: hours } = await sql<{ hour: Date; messages: number }>`
    select hour, sum(messages)::float8 as messages from (${rows}) as done group by hour`.execute(db);
  return new Map(hours.map(({ hour, messages }) => [hour.getTime(), messages]));
}
