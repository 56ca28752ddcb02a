import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type RawBuilder, sql } from 'kysely';
import {
  type DayNumbers,
  MEASURE_SUMS,
  type Measure,
  type Measures,
  NOTHING,
  type Page,
  type Ranking,
  rankingOf,
} from '../numbers/measures.ts';
import { isOfFew, type PeopleQuery, rowsByDay, rowsOfFew, rowsOfPeople } from './people-rows.ts';
import { withOwnPlan } from './with-own-plan.ts';

/** How much somebody wrote. */
export interface Writer {
  readonly userId: Snowflake;
  readonly messages: number;
}

/** Somebody's place among those who wrote most, from 1 on. */
export type PlacedWriter = Writer & { readonly place: number };

const ORDER = { messages: sql`messages`, voiceSeconds: sql`voice_seconds` } as const;

/** How many people did anything. */
export async function countPeople(db: PluginDatabase<'stats'>, query: PeopleQuery): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::float8 as people from (
      select user_id from (${rowsOfPeople(query)}) as done group by user_id
      having sum(messages + reactions + voice_seconds) > 0
    ) as person`.execute(db);
  return rows[0]?.people ?? 0;
}

/** What people did together, and how many of them did anything. */
export async function sumPeople(
  db: PluginDatabase<'stats'>,
  query: PeopleQuery,
): Promise<Measures & { readonly people: number }> {
  const rows = await rowsFor(
    db,
    query,
    sql<Measures & { people: number }>`
    select ${MEASURE_SUMS}, count(*)::float8 as people from (
      select user_id, ${MEASURE_SUMS} from (${rowsOfPeople(query)}) as done group by user_id
    ) as person where messages > 0 or reactions > 0 or voice_seconds > 0`,
  );
  return rows[0] ?? { ...NOTHING, people: 0 };
}

/** Those who wrote most. @param ownId whose place is told too, from the same look at everybody */
export async function rankPeople(
  db: PluginDatabase<'stats'>,
  { limit, offset, ownId, ...query }: PeopleQuery & Page & { readonly ownId?: Snowflake },
): Promise<Ranking<Writer> & { readonly own: PlacedWriter | undefined }> {
  const isAsked = sql`place between ${offset + 1}::float8 and ${offset + limit}::float8`;
  const rows = await rowsFor(
    db,
    query,
    sql<PlacedWriter & { total: number }>`
    select * from (
      select person.*, (row_number() over (order by messages desc, user_id))::float8 as place,
        (count(*) over ())::float8 as total
      from (
        select user_id, sum(messages)::float8 as messages from (${rowsOfPeople(query)}) as done
        group by user_id having sum(messages) > 0
      ) as person
    ) as placed
    where ${ownId === undefined ? isAsked : sql`${isAsked} or user_id = ${ownId}`} order by place`,
  );
  const own = rows.find(({ userId }) => userId === ownId);
  return {
    rows: rows
      .filter(({ place }) => place > offset && place <= offset + limit)
      .map(({ userId, messages }) => ({ userId, messages })),
    total: rows[0]?.total ?? 0,
    own: own && { userId: own.userId, messages: own.messages, place: own.place },
  };
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

/** What people did on each day on which they did anything. */
export async function daysOfPeople(
  db: PluginDatabase<'stats'>,
  query: Omit<PeopleQuery, 'spans'>,
): Promise<readonly DayNumbers[]> {
  return rowsFor(
    db,
    query,
    sql<DayNumbers>`
    select day::text, ${MEASURE_SUMS} from (${rowsByDay(query)}) as done group by day`,
  );
}

/** Lists of few people are alike to PostgreSQL; those of a role are not. */
async function rowsFor<Row>(
  db: PluginDatabase<'stats'>,
  query: Pick<PeopleQuery, 'userIds'>,
  statement: RawBuilder<Row>,
): Promise<readonly Row[]> {
  const isOfMany = query.userIds !== undefined && !isOfFew(query);
  return isOfMany ? withOwnPlan(db, statement) : (await statement.execute(db)).rows;
}
