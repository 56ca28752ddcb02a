import { createMonthlyPartitions, type DatabaseHandle, type MigrationDatabase } from '@twi/database';
import { statsPlugin } from '@twi/plugin-stats';
import type { Snowflake } from 'discord.js';
import { type RawBuilder, sql } from 'kysely';

const CHANNELS = 200;
const PEOPLE = 20_000;
/** Draws for one row: people meet in the same channel more than once a day. */
const DRAWS = 1.12;
const DAYS_OF_HOURS = 90;
const MONTHS_OF_HOURS = 5;
const MONTH_MS = 31 * 86_400_000;
/** Above all ids that are made from the numbers of people and channels. */
const FIRST_CHANNEL = 1_000_000;
/** The migration that sums what was counted before it. */
const SUMMING = '0010-create-sums';

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

/**
 * Fills the tables of a server with years of use: few people and channels do most. They are as they were before there were
 * sums, so that whoever migrates next sums them at once, as an update of the bot does, and not row by row.
 */
export async function addManyRows(database: DatabaseHandle, many: ManyRows): Promise<void> {
  const migrations = Object.entries(statsPlugin.migrations ?? {});
  const older = migrations.filter(([name]) => name < SUMMING);
  if (older.length === migrations.length) throw new Error(`There is no migration ${SUMMING} any more.`);
  await database.migratePlugin('stats', Object.fromEntries(older));
  await database.ensureGuild(many.guildId);
  await createMonthlyPartitions(database.forPlugin('stats'), {
    table: 'stats.activity_hours',
    from: new Date(Date.now() - (MONTHS_OF_HOURS - 1) * MONTH_MS),
    months: MONTHS_OF_HOURS,
  });
  await database.db.transaction().execute(async (transaction) => {
    await sql`set local statement_timeout = 0`.execute(transaction);
    await sql`set local work_mem = '128MB'`.execute(transaction);
    // Nothing here can break a key to core.guilds, which is checked by a trigger for each row.
    await sql`set local session_replication_role = replica`.execute(transaction);
    await withoutIndex(transaction, 'activity_days_user', async () => {
      await daysOf(many).execute(transaction);
    });
    await hoursOf(many).execute(transaction);
  });
}

/** Makes plans and pages as good as they are in a database that has run for a while. */
export async function settle(database: DatabaseHandle): Promise<void> {
  await sql`vacuum analyze`.execute(database.db);
}

function daysOf({ guildId, days, rows }: ManyRows): RawBuilder<unknown> {
  const draws = Math.round((rows / days) * DRAWS);
  // What is drawn for each day must name the day, or the same is taken for all.
  return sql`
    insert into stats.activity_days
      (guild_id, day, channel_id, user_id, messages, attachments, reactions, voice_seconds)
    select ${guildId}::bigint, current_date - ago, drawn.*
    from generate_series(${days - 1}::int, 0, -1) as ago cross join lateral (
      select channel_id, user_id, count(*) * 3, count(*) / 4, count(*) / 2, case when channel_id % 10 = 0 then 600 else 0 end
      from (
        select (${PEOPLE} * power(random(), 3))::int + 1 as user_id,
          ${FIRST_CHANNEL} + (${CHANNELS - 1} * power(random(), 2))::int as channel_id
        from generate_series(1, ${draws}::int) where ago >= 0
      ) as draw
      group by channel_id, user_id order by channel_id, user_id
    ) as drawn`;
}

/** Each of them in some hour of its day. */
function hoursOf({ guildId }: ManyRows): RawBuilder<unknown> {
  return sql`
    insert into stats.activity_hours
      (guild_id, day, hour, channel_id, user_id, messages, attachments, reactions, voice_seconds)
    select guild_id, day, day::timestamp at time zone 'UTC' + interval '1 hour' * (user_id % 24),
      channel_id, user_id, messages, attachments, reactions, voice_seconds
    from stats.activity_days where guild_id = ${guildId} and day > current_date - ${DAYS_OF_HOURS}::int`;
}

/** An index is made in a fraction of the time that it takes to keep it, row by row. */
async function withoutIndex(
  transaction: MigrationDatabase,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ indexdef: string }>`
    select indexdef from pg_indexes where schemaname = 'stats' and indexname = ${name}`.execute(transaction);
  const [index] = rows;
  if (!index) throw new Error(`There is no index stats.${name} any more.`);
  await sql`drop index ${sql.id('stats', name)}`.execute(transaction);
  await work();
  await sql.raw(index.indexdef).execute(transaction);
}
