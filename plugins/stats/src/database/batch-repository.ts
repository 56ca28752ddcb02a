import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { StatsTransaction } from '../context.ts';
import type { CutBatch } from '../counting/batch-queue.ts';
import { addActivity, addEmoji } from './activity-repository.ts';
import { movePositions } from './position-repository.ts';
import { addMemberEvents, addStays } from './presence-repository.ts';

/** Writes batches, each once. */
export class BatchRepository {
  readonly #db: PluginDatabase<'stats'>;
  readonly #sessionId: string;

  constructor(db: PluginDatabase<'stats'>, sessionId: string) {
    this.#db = db;
    this.#sessionId = sessionId;
  }

  /**
   * Writes a batch, unless that was done before and only the answer was lost.
   *
   * @returns the guilds of the batch that another process counts; nothing of them was written.
   */
  async write({ number, batch }: CutBatch): Promise<readonly Snowflake[]> {
    const { activity, emoji, positions, memberEvents, stays } = batch;
    const entries: readonly { readonly guildId: Snowflake }[] = [
      ...activity.values(),
      ...emoji.values(),
      ...positions.values(),
      ...memberEvents,
      ...stays.values(),
    ];
    const guildIds = new Set(entries.map(({ guildId }) => guildId));
    return this.#db.transaction().execute(async (transaction) => {
      if (!(await this.#isNew(transaction, number))) return [];
      const owned = await ownedGuilds(transaction, this.#sessionId, guildIds);
      const isOwned = ({ guildId }: { readonly guildId: Snowflake }): boolean => owned.has(guildId);
      await movePositions(transaction, [...positions.values()].filter(isOwned));
      await addActivity(transaction, [...activity.values()].filter(isOwned));
      await addEmoji(transaction, [...emoji.values()].filter(isOwned));
      await addMemberEvents(transaction, memberEvents.filter(isOwned));
      await addStays(transaction, [...stays.values()].filter(isOwned));
      return [...guildIds].filter((guildId) => !owned.has(guildId));
    });
  }

  async #isNew(transaction: StatsTransaction, number: number): Promise<boolean> {
    const { rows } = await sql`
      insert into stats.sessions as target (id, flushes, beat_at) values (${this.#sessionId}, ${number}, now())
      on conflict (id) do update set flushes = excluded.flushes, beat_at = now()
      where target.flushes < excluded.flushes
      returning id
    `.execute(transaction);
    return rows.length > 0;
  }
}

/** Those of guilds that a process counts; no other can take them, and nobody in them can opt out, until the transaction ends. */
export async function ownedGuilds(
  transaction: StatsTransaction,
  sessionId: string,
  guildIds: Iterable<Snowflake>,
): Promise<ReadonlySet<Snowflake>> {
  const { rows } = await sql<{ guildId: Snowflake }>`
    select guild_id from stats.counted_guilds
    where guild_id = any(${[...guildIds]}::bigint[]) and session_id = ${sessionId} and stopped_at is null
    order by guild_id for share
  `.execute(transaction);
  return new Set(rows.map(({ guildId }) => guildId));
}
