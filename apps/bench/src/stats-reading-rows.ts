import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type RawBuilder, sql } from 'kysely';

const CHANNELS = 200;
const PEOPLE = 20_000;
/** Draws for one row: people meet in the same channel more than once a day. */
const DRAWS = 1.12;
const WEEK = 7;
const DAYS_OF_HOURS = 90;
/** Above all ids that are made from the numbers of people and channels. */
const FIRST_CHANNEL = 1_000_000;

const FILLED = [
  'activity_days',
  'activity_hours',
  'member_sums',
  'channel_sums',
  'channel_member_months',
  'channel_hours',
] as const;

/** A large server: where and when something was done in it. */
export interface ManyRows {
  readonly guildId: Snowflake;
  /** The days, the last is today's. */
  readonly days: number;
  /** In the table by day. */
  readonly rows: number;
}

/** The channels of the server, the busiest first. */
export const CHANNEL_IDS: readonly Snowflake[] = Array.from({ length: CHANNELS }, (_, index) =>
  String(FIRST_CHANNEL + index),
);

/** Fills the tables of a server with years of use in one: few people and channels do most. All sums are kept as they always are. */
export async function addManyRows(
  db: PluginDatabase<'stats'>,
  { guildId, days, rows }: ManyRows,
): Promise<void> {
  for (let ago = days - 1; ago >= 0; ago -= WEEK)
    await addWeek(db, { guildId, from: ago, to: Math.max(0, ago - WEEK + 1), rowsADay: rows / days });
  await addHours(db, guildId);
  for (const table of FILLED) await sql`vacuum analyze ${sql.table(`stats.${table}`)}`.execute(db);
}

interface Week {
  readonly guildId: Snowflake;
  /** How many days ago its first and its last day were. */
  readonly from: number;
  readonly to: number;
  readonly rowsADay: number;
}

function addWeek(db: PluginDatabase<'stats'>, { guildId, from, to, rowsADay }: Week): Promise<unknown> {
  return withoutTimeLimit(
    db,
    sql`
    insert into stats.activity_days
      (guild_id, day, channel_id, user_id, messages, attachments, reactions, voice_seconds)
    select ${guildId}::bigint, current_date - ago, channel_id, user_id, count(*) * 3, count(*) / 4, count(*) / 2,
      case when channel_id % 10 = 0 then 600 else 0 end
    from (
      select ago, (${PEOPLE} * power(random(), 3))::int + 1 as user_id,
        ${FIRST_CHANNEL} + (${CHANNELS - 1} * power(random(), 2))::int as channel_id
      from generate_series(${to}::int, ${from}::int) as ago
      cross join generate_series(1, ${Math.round(rowsADay * DRAWS)}::int)
    ) as drawn
    group by ago, channel_id, user_id order by ago desc, channel_id, user_id`,
  );
}

/** Each of them in some hour of its day. */
function addHours(db: PluginDatabase<'stats'>, guildId: Snowflake): Promise<unknown> {
  return withoutTimeLimit(
    db,
    sql`
    insert into stats.activity_hours
      (guild_id, day, hour, channel_id, user_id, messages, attachments, reactions, voice_seconds)
    select guild_id, day, day::timestamp at time zone 'UTC' + interval '1 hour' * (user_id % 24),
      channel_id, user_id, messages, attachments, reactions, voice_seconds
    from stats.activity_days where guild_id = ${guildId} and day > current_date - ${DAYS_OF_HOURS}::int`,
  );
}

async function withoutTimeLimit(db: PluginDatabase<'stats'>, statement: RawBuilder<unknown>): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`set local statement_timeout = 0`.execute(transaction);
    await statement.execute(transaction);
  });
}
