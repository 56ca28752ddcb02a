import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { Gap } from './gap-repository.ts';

/** So long a channel may be closed to the bot until what was missed there is given up. */
const KEPT = sql`interval '30 days'`;

/** A channel with gaps that wait until it can be read. */
export interface ParkedChannel {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly parentId: Snowflake | null;
}

/** Gaps in channels that the bot may not read at present. */
export class ParkedGapRepository {
  readonly #db: PluginDatabase<'stats'>;
  readonly #sessionId: string;

  constructor(db: PluginDatabase<'stats'>, sessionId: string) {
    this.#db = db;
    this.#sessionId = sessionId;
  }

  /**
   * Lets a gap wait. One that waits already and ends where this one begins becomes part of it, so that a channel that was never
   * open to the bot does not gather them.
   *
   * @param isRefused whether Discord refused what seemed to be allowed: then it is tried more seldom each time
   */
  async park(gap: Gap, { isRefused }: { readonly isRefused: boolean }): Promise<void> {
    await sql`
      with before as (
        delete from stats.gaps
        where channel_id = ${gap.channelId} and until_id = ${gap.afterId} and unreadable_since is not null
          and backfill_id is not distinct from ${gap.backfillId} and id <> ${gap.id}
        returning from_id, after_id, except_ids, unreadable_since
      )
      update stats.gaps set
        from_id = coalesce((select min(from_id) from before), from_id),
        after_id = coalesce((select min(after_id) from before), after_id),
        except_ids = except_ids || coalesce((select except_ids from before limit 1), '{}'),
        unreadable_since = coalesce((select min(unreadable_since) from before), unreadable_since, now()),
        failures = case when ${isRefused} then least(failures + 1, 9) else 0 end,
        due_at = case when ${isRefused} then now() + least(interval '6 hours', interval '1 minute' * power(2, failures)) else now() end
      where id = ${gap.id} and after_id = ${gap.afterId}
    `.execute(this.#db);
  }

  /** Gives up those that have waited too long, and tells which channels are to be looked at. */
  async list(): Promise<readonly ParkedChannel[]> {
    await sql`delete from stats.gaps where unreadable_since < now() - ${KEPT}`.execute(this.#db);
    const { rows } = await sql<ParkedChannel>`
      select distinct gaps.guild_id, gaps.channel_id, channels.parent_id
      from stats.gaps join stats.counted_guilds using (guild_id)
      left join stats.channels on channels.channel_id = gaps.channel_id
      where unreadable_since is not null and due_at <= now() and session_id = ${this.#sessionId} and stopped_at is null
    `.execute(this.#db);
    return rows;
  }

  /** Goes on with those in channels that can be read again. */
  async resume(channelIds: readonly Snowflake[]): Promise<void> {
    if (channelIds.length === 0) return;
    await sql`
      update stats.gaps set unreadable_since = null
      where channel_id = any(${channelIds}::bigint[]) and unreadable_since is not null
    `.execute(this.#db);
  }
}
