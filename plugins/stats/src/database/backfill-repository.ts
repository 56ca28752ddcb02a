import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql } from 'kysely';
import type { StatsTransaction } from '../context.ts';
import type { BackfillsTable } from './counting-tables.ts';

export type BackfillRow = Selectable<BackfillsTable>;

/** A channel or thread whose past is to be counted. */
export interface ClaimedChannel {
  readonly channelId: Snowflake;
  readonly parentId: Snowflake | null;
}

/** The past of channels, counted because somebody asked. */
export class BackfillRepository {
  readonly #db: PluginDatabase<'stats'>;

  constructor(db: PluginDatabase<'stats'>) {
    this.#db = db;
  }

  /** Adds one, unless one is at work in the channel. */
  async insert(
    row: Pick<BackfillRow, 'askedBy' | 'channelId' | 'days' | 'fromId' | 'guildId' | 'untilId'>,
  ): Promise<BackfillRow | undefined> {
    return this.#db
      .insertInto('stats.backfills')
      .values(row)
      .onConflict((conflict) => conflict.column('channelId').where('finishedAt', 'is', null).doNothing())
      .returningAll()
      .executeTakeFirst();
  }

  async findLatest(guildId: Snowflake, channelId: Snowflake): Promise<BackfillRow | undefined> {
    return this.#db
      .selectFrom('stats.backfills')
      .selectAll()
      .where('guildId', '=', guildId)
      .where('channelId', '=', channelId)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  /** Those whose channels are not known yet, in guilds that a process counts. */
  async listFinding(sessionId: string): Promise<BackfillRow[]> {
    return this.#db
      .selectFrom('stats.backfills')
      .innerJoin('stats.counted_guilds', 'stats.counted_guilds.guildId', 'stats.backfills.guildId')
      .selectAll('stats.backfills')
      .where('state', '=', 'finding')
      .where('sessionId', '=', sessionId)
      .where('stoppedAt', 'is', null)
      .execute();
  }

  /** How many milliseconds of channels' time are left to do. */
  async leftMs(id: string): Promise<number> {
    const { rows } = await sql<{ left: number }>`
      select coalesce(sum((until_id >> 22) - (after_id >> 22)), 0)::float8 as left
      from stats.gaps where backfill_id = ${id}
    `.execute(this.#db);
    return rows[0]?.left ?? 0;
  }

  /** Makes gaps of what is not counted of these channels, and nothing of what is, or is about to be. */
  async claim({ id, guildId, fromId }: BackfillRow, channels: readonly ClaimedChannel[]): Promise<void> {
    await this.#exclusively(guildId, async (transaction) => {
      const ids = channels.map(({ channelId }) => channelId);
      await sql`
        insert into stats.channels (channel_id, guild_id, parent_id, live_from, counted_to)
        select channel_id, guild_id, parent_id, start_id, start_id
        from unnest(${ids}::bigint[], ${channels.map(({ parentId }) => parentId)}::bigint[]) as given (channel_id, parent_id)
        join stats.counted_guilds on guild_id = ${guildId}
        on conflict do nothing
      `.execute(transaction);
      await sql`
        with wanted as (
          select channel_id, int8multirange(int8range(${fromId}::bigint + 1, counted_to + 1))
            - past - int8multirange(int8range(live_from + 1, counted_to + 1)) as ranges
          from stats.channels where channel_id = any(${ids}::bigint[]) and counted_to > ${fromId}
        ), claimed as (
          update stats.channels set past = past + ranges from wanted where channels.channel_id = wanted.channel_id
        ), missed as (
          insert into stats.gaps (guild_id, channel_id, from_id, after_id, until_id, backfill_id)
          select ${guildId}, channel_id, lower(part) - 1, lower(part) - 1, upper(part) - 1, ${id}
          from wanted, unnest(ranges) as part
          returning (until_id >> 22) - (after_id >> 22) as ms
        )
        update stats.backfills set total_ms = total_ms + coalesce((select sum(ms) from missed), 0) where id = ${id}
      `.execute(transaction);
    });
  }

  /** Notes that the channels are known. */
  async setCounting(id: string): Promise<void> {
    await this.#db
      .updateTable('stats.backfills')
      .set({ state: 'counting' })
      .where('id', '=', id)
      .where('state', '=', 'finding')
      .execute();
  }

  /** Ends those of which nothing is left. */
  async finishDone(): Promise<void> {
    await sql`
      update stats.backfills set state = 'done', finished_at = now()
      where state = 'counting' and not exists (select from stats.gaps where backfill_id = backfills.id)
    `.execute(this.#db);
  }

  /** Ends one; what it did not come to may be asked for again. @returns whether it was at work */
  async stop({ id, guildId }: BackfillRow): Promise<boolean> {
    return this.#exclusively(guildId, async (transaction) => {
      await sql`
        update stats.channels set past = past - ranges from (
          select channel_id, range_agg(int8range(after_id + 1, until_id + 1)) as ranges
          from stats.gaps where backfill_id = ${id} group by channel_id
        ) as left_over where channels.channel_id = left_over.channel_id
      `.execute(transaction);
      await transaction.deleteFrom('stats.gaps').where('backfillId', '=', id).execute();
      const { numUpdatedRows } = await transaction
        .updateTable('stats.backfills')
        .set({ state: 'stopped', finishedAt: new Date() })
        .where('id', '=', id)
        .where('finishedAt', 'is', null)
        .executeTakeFirstOrThrow();
      return numUpdatedRows > 0n;
    });
  }

  /** While nothing is counted in the guild. */
  #exclusively<Result>(
    guildId: Snowflake,
    work: (transaction: StatsTransaction) => Promise<Result>,
  ): Promise<Result> {
    return this.#db.transaction().execute(async (transaction) => {
      await sql`select from stats.counted_guilds where guild_id = ${guildId} for update`.execute(transaction);
      return work(transaction);
    });
  }
}
