import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type RawBuilder, sql } from 'kysely';
import {
  type DayNumbers,
  MEASURE_COLUMNS,
  MEASURE_SUMS,
  type Measure,
  type Measures,
  NOTHING,
  type Page,
  type Ranking,
  rankingOf,
} from '../numbers/measures.ts';
import type { Period, Spans } from '../numbers/period.ts';
import type { Sight } from '../numbers/sight.ts';

/** So few are looked for one by one. */
const FEW_PEOPLE = 20;

/** What people did in a period: where, and who. */
export interface PeopleQuery extends Period {
  readonly spans: Spans;
  /** Absent: everywhere. */
  readonly channelIds?: readonly Snowflake[];
  /** Absent: everybody. */
  readonly userIds?: readonly Snowflake[];
  /** Only where somebody may see it. */
  readonly sight?: Sight;
}

/** What somebody did. */
export type UserNumbers = Measures & { readonly userId: Snowflake };

const ORDER = { messages: sql`messages`, voiceSeconds: sql`voice_seconds` } as const;

/** How many people did anything. */
export async function countPeople(db: PluginDatabase<'stats'>, query: PeopleQuery): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::float8 as people from (${byUser(query)}) as person`.execute(db);
  return rows[0]?.people ?? 0;
}

/** What people did together, and how many of them did anything. */
export async function sumPeople(
  db: PluginDatabase<'stats'>,
  query: PeopleQuery,
): Promise<Measures & { readonly people: number }> {
  const { rows } = await sql<Measures & { people: number }>`
    select ${MEASURE_SUMS}, count(*)::float8 as people from (${byUser(query)}) as person`.execute(db);
  return rows[0] ?? { ...NOTHING, people: 0 };
}

/** Those who did most. */
export async function rankPeople(
  db: PluginDatabase<'stats'>,
  query: PeopleQuery & Page & { readonly by: Measure },
): Promise<Ranking<UserNumbers>> {
  const { rows } = await sql<UserNumbers & { total: number }>`
    select person.*, count(*) over ()::float8 as total from (${byUser(query)}) as person
    where ${ORDER[query.by]} > 0
    order by ${ORDER[query.by]} desc, user_id limit ${query.limit} offset ${query.offset}`.execute(db);
  return rankingOf(rows);
}

/** How many people come before somebody among those who did most. */
export async function countAhead(
  db: PluginDatabase<'stats'>,
  { by, ...query }: PeopleQuery & { readonly by: Measure },
  somebody: UserNumbers,
): Promise<number> {
  const { rows } = await sql<{ ahead: number }>`
    select count(*)::float8 as ahead from (${byUser(query)}) as person
    where ${ORDER[by]} > ${somebody[by]} or (${ORDER[by]} = ${somebody[by]} and user_id < ${somebody.userId})`.execute(
    db,
  );
  return rows[0]?.ahead ?? 0;
}

/** Where people did most, of channels that somebody may see; threads and posts count for the channel that they stand in. */
export async function rankPlaces(
  db: PluginDatabase<'stats'>,
  query: Omit<PeopleQuery, 'spans'> & Page & { readonly by: Measure },
): Promise<Ranking<Measures & { readonly channelId: Snowflake }>> {
  const { rows } = await sql<Measures & { channelId: Snowflake; total: number }>`
    select place.*, count(*) over ()::float8 as total from (
      select coalesce(parent_id, channel_id) as channel_id, ${MEASURE_SUMS}
      from (${rowsOfFew(query)}) as done left join stats.channels using (channel_id) group by 1
    ) as place
    where ${ORDER[query.by]} > 0
    order by ${ORDER[query.by]} desc, channel_id limit ${query.limit} offset ${query.offset}`.execute(db);
  return rankingOf(rows);
}

/** What a few people did on each day on which they did anything. */
export async function daysOfPeople(
  db: PluginDatabase<'stats'>,
  query: PeopleQuery,
): Promise<readonly DayNumbers[]> {
  const rows =
    (query.userIds?.length ?? 0) <= FEW_PEOPLE
      ? rowsOfFew(query)
      : sql`select * from (${dayRows(query)}) as acting where ${whose(query)}`;
  const { rows: days } = await sql<DayNumbers>`
    select day::text, ${MEASURE_SUMS} from (${rows}) as done group by day`.execute(db);
  return days;
}

/** One row for each person who did anything. */
function byUser(query: PeopleQuery): RawBuilder<unknown> {
  const isFew = query.userIds !== undefined && query.userIds.length <= FEW_PEOPLE;
  const rows = isFew ? rowsOfFew(query) : rowsOfMany(query);
  return sql`
    select user_id, ${MEASURE_SUMS} from (${rows}) as done ${isFew ? sql`` : sql`where ${whose(query)}`}
    group by user_id
    having sum(messages) > 0 or sum(reactions) > 0 or sum(voice_seconds) > 0`;
}

function whose({ userIds }: PeopleQuery): RawBuilder<unknown> {
  return userIds ? sql`user_id = any(${userIds}::bigint[])` : sql`true`;
}

function rowsOfFew({
  guildId,
  from,
  to,
  userIds = [],
  ...query
}: Omit<PeopleQuery, 'spans'>): RawBuilder<unknown> {
  return sql`
    select channel_id, user_id, day, ${MEASURE_COLUMNS} from stats.activity_days
    where guild_id = ${guildId} and day between ${from}::date and ${to}::date
      and user_id = any(${userIds}::bigint[]) and ${where(query)}`;
}

/** Where somebody looks, of what they may see. */
function where({ channelIds, sight }: Pick<PeopleQuery, 'channelIds' | 'sight'>): RawBuilder<unknown> {
  const ofChannels = channelIds ? sql`channel_id = any(${channelIds}::bigint[])` : sql`true`;
  if (!sight || sight.hidden.length === 0) return ofChannels;
  return sql`${ofChannels} and channel_id <> all(${sight.hidden}::bigint[])`;
}

function rowsOfMany(query: PeopleQuery): RawBuilder<unknown> {
  const { channelIds, sight } = query;
  if (channelIds) {
    const hidden = new Set(sight?.hidden);
    return inChannels(
      query,
      channelIds.filter((id) => !hidden.has(id)),
    );
  }
  if (!sight || sight.hidden.length === 0) return everywhere(query);
  if (sight.smaller === 'visible') return inChannels(query, sight.visible);
  return sql`${everywhere(query)} union all
    select user_id, -messages, -attachments, -reactions, -voice_seconds
    from (${inChannels(query, sight.hidden)}) as unseen`;
}

function everywhere({ guildId, spans: { months, days } }: PeopleQuery): RawBuilder<unknown> {
  return sql`
    select user_id, ${MEASURE_COLUMNS} from stats.member_sums
    where guild_id = ${guildId} and is_month and start = any(${months}::date[])
    union all
    select user_id, ${MEASURE_COLUMNS} from stats.member_sums
    where guild_id = ${guildId} and not is_month and start = any(${days}::date[])`;
}

function inChannels(
  { guildId, spans: { months, days } }: PeopleQuery,
  channelIds: readonly Snowflake[],
): RawBuilder<unknown> {
  return sql`
    select user_id, ${MEASURE_COLUMNS} from stats.channel_member_months
    where guild_id = ${guildId} and start = any(${months}::date[]) and channel_id = any(${channelIds}::bigint[])
    union all
    select user_id, ${MEASURE_COLUMNS} from stats.activity_days
    where guild_id = ${guildId} and day = any(${days}::date[]) and channel_id = any(${channelIds}::bigint[])`;
}

/** By day, of many people: of all channels, less what is hidden. */
function dayRows(query: PeopleQuery): RawBuilder<unknown> {
  const { guildId, from, to, sight } = query;
  const all = sql`
    select user_id, start as day, ${MEASURE_COLUMNS} from stats.member_sums
    where guild_id = ${guildId} and not is_month and start between ${from}::date and ${to}::date`;
  if (!sight || sight.hidden.length === 0) return all;
  return sql`${all} union all
    select user_id, day, -messages, -attachments, -reactions, -voice_seconds from stats.activity_days
    where guild_id = ${guildId} and day = any(array(
        select generate_series(${from}::date::timestamp, ${to}::date::timestamp, '1 day')::date
      )) and channel_id = any(${sight.hidden}::bigint[])`;
}
