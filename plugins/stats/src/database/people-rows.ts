import type { Snowflake } from 'discord.js';
import { type RawBuilder, sql } from 'kysely';
import { MEASURE_COLUMNS } from '../numbers/measures.ts';
import type { Period, SignedSpans } from '../numbers/period.ts';
import type { Sight } from '../numbers/sight.ts';

/** So few are looked for one by one. */
const FEW_PEOPLE = 20;

/** What people did in a period: where, and who. */
export interface PeopleQuery extends Period {
  readonly spans: SignedSpans;
  /** Absent: everywhere. */
  readonly channelIds?: readonly Snowflake[];
  /** Absent: everybody. */
  readonly userIds?: readonly Snowflake[];
  /** Only where somebody may see it. */
  readonly sight?: Sight;
}

// Columns of one type, so that PostgreSQL flattens what is put together, and reads only what is asked for. Doubles are exact
// far beyond what anybody writes, and quickly summed.
const MORE = sql`messages::float8 as messages, attachments::float8 as attachments, reactions::float8 as reactions,
  voice_seconds::float8 as voice_seconds`;
const LESS = sql`-messages::float8 as messages, -attachments::float8 as attachments,
  -reactions::float8 as reactions, -voice_seconds::float8 as voice_seconds`;

/** Whether so few people are asked for that they are looked for one by one. */
export function isOfFew({ userIds }: Pick<PeopleQuery, 'userIds'>): boolean {
  return userIds !== undefined && userIds.length <= FEW_PEOPLE;
}

/** What people did, with one or several rows for each; rows with less than nothing take away what others have too much. */
export function rowsOfPeople(query: PeopleQuery): RawBuilder<unknown> {
  if (isOfFew(query)) return spansOfFew(query);
  return query.userIds
    ? sql`select * from (${rowsOfMany(query)}) as anybody where user_id = any(${query.userIds}::bigint[])`
    : rowsOfMany(query);
}

/** What a few people did, by channel and day. */
export function rowsOfFew({
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

/** The same in as few rows as can be: of the busiest, a year has a row for each day and channel. */
function spansOfFew(query: PeopleQuery): RawBuilder<unknown> {
  const { guildId, userIds = [], spans } = query;
  const isTheirs = sql`guild_id = ${guildId} and user_id = any(${userIds}::bigint[]) and ${where(query)}`;
  const byDay = (columns: RawBuilder<unknown>, days: readonly string[]) => sql`
    select user_id, ${columns} from stats.activity_days where ${isTheirs} and day = any(${days}::date[])`;
  return together([
    spans.months.length > 0 &&
      sql`select user_id, ${MORE} from stats.channel_member_months
        where ${isTheirs} and start = any(${spans.months}::date[])`,
    spans.days.length > 0 && byDay(MORE, spans.days),
    spans.taken.length > 0 && byDay(LESS, spans.taken),
  ]);
}

/** What people did by day: in all channels, less what is hidden. */
export function rowsByDay(query: Omit<PeopleQuery, 'spans'>): RawBuilder<unknown> {
  if (isOfFew(query)) return rowsOfFew(query);
  const { guildId, from, to, sight, userIds } = query;
  const whose = userIds ? sql`user_id = any(${userIds}::bigint[])` : sql`true`;
  const all = sql`
    select start as day, ${MORE} from stats.member_sums
    where guild_id = ${guildId} and not is_month and start between ${from}::date and ${to}::date and ${whose}`;
  if (!sight || sight.hidden.length === 0) return all;
  return sql`${all} union all
    select day, ${LESS} from stats.activity_days
    where guild_id = ${guildId} and day = any(array(
        select generate_series(${from}::date::timestamp, ${to}::date::timestamp, '1 day')::date
      )) and channel_id = any(${sight.hidden}::bigint[]) and ${whose}`;
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
    const among = channelIds.filter((id) => !hidden.has(id));
    return inChannels(query, among, MORE, LESS);
  }
  if (!sight || sight.hidden.length === 0) return everywhere(query);
  if (sight.smaller === 'visible') return inChannels(query, sight.visible, MORE, LESS);
  return sql`${everywhere(query)} union all ${inChannels(query, sight.hidden, LESS, MORE)}`;
}

function everywhere({ guildId, spans: { months, days, taken } }: PeopleQuery): RawBuilder<unknown> {
  const part = (columns: RawBuilder<unknown>, isMonth: boolean, starts: readonly string[]) => sql`
    select user_id, ${columns} from stats.member_sums
    where guild_id = ${guildId} and ${isMonth ? sql`is_month` : sql`not is_month`} and start = any(${starts}::date[])`;
  return together([
    months.length > 0 && part(MORE, true, months),
    days.length > 0 && part(MORE, false, days),
    taken.length > 0 && part(LESS, false, taken),
  ]);
}

function inChannels(
  { guildId, spans: { months, days, taken } }: PeopleQuery,
  channelIds: readonly Snowflake[],
  more: RawBuilder<unknown>,
  less: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const among = sql`channel_id = any(${channelIds}::bigint[])`;
  const byDay = (columns: RawBuilder<unknown>, starts: readonly string[]) => sql`
    select user_id, ${columns} from stats.activity_days
    where guild_id = ${guildId} and day = any(${starts}::date[]) and ${among}`;
  return together([
    months.length > 0 &&
      sql`select user_id, ${more} from stats.channel_member_months
        where guild_id = ${guildId} and start = any(${months}::date[]) and ${among}`,
    days.length > 0 && byDay(more, days),
    taken.length > 0 && byDay(less, taken),
  ]);
}

/** A period has at least one day, so that there is always a part. */
function together(parts: readonly (RawBuilder<unknown> | false)[]): RawBuilder<unknown> {
  return sql.join(
    parts.filter((part) => part !== false),
    sql` union all `,
  );
}
