import type { PluginDatabase } from '@twi/database';
import { type Selectable, sql } from 'kysely';
import type { Batch } from '../counting/batch.ts';
import { addActivity, addEmoji } from './activity-repository.ts';
import { ownedGuilds } from './batch-repository.ts';
import type { GapsTable } from './counting-tables.ts';

export type Gap = Selectable<GapsTable>;

/** A page of a gap. */
export interface GapPage {
  readonly batch: Batch;
  /** Where the next page begins; the end of the gap for the last one. */
  readonly afterId: string;
  /** Messages that were looked at. */
  readonly scanned: number;
  readonly counted: number;
}

/** Nobody could read it for about two days. */
const MOST_FAILURES = 12;

/** Messages that are still to be counted. */
export class GapRepository {
  readonly #db: PluginDatabase<'stats'>;
  readonly #sessionId: string;

  constructor(db: PluginDatabase<'stats'>, sessionId: string) {
    this.#db = db;
    this.#sessionId = sessionId;
  }

  /** The gap to work on: of guilds that this process counts; what was missed comes before what somebody asked for. */
  async findDue(): Promise<Gap | undefined> {
    return this.#db
      .selectFrom('stats.gaps')
      .innerJoin('stats.counted_guilds', 'stats.counted_guilds.guildId', 'stats.gaps.guildId')
      .selectAll('stats.gaps')
      .where('sessionId', '=', this.#sessionId)
      .where('stoppedAt', 'is', null)
      .where('dueAt', '<=', sql<Date>`now()`)
      .where('unreadableSince', 'is', null)
      .orderBy(sql`backfill_id is not null`)
      .orderBy('dueAt')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
  }

  /** Counts a page and moves the gap on, once: another process, or this one before its answer was lost, may have done it. */
  async fill(gap: Gap, { batch, afterId, scanned, counted }: GapPage): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      const owned = await ownedGuilds(transaction, this.#sessionId, [gap.guildId]);
      if (owned.size === 0) return;
      const moved =
        afterId === gap.untilId
          ? await sql`delete from stats.gaps where id = ${gap.id} and after_id = ${gap.afterId}`.execute(
              transaction,
            )
          : await sql`
              update stats.gaps set after_id = ${afterId}, failures = 0 where id = ${gap.id} and after_id = ${gap.afterId}
            `.execute(transaction);
      if (moved.numAffectedRows !== 1n) return;
      await addActivity(transaction, [...batch.activity.values()]);
      await addEmoji(transaction, [...batch.emoji.values()]);
      if (gap.backfillId === null) return;
      await transaction
        .updateTable('stats.backfills')
        .set((eb) => ({ scanned: eb('scanned', '+', scanned), counted: eb('counted', '+', counted) }))
        .where('id', '=', gap.backfillId)
        .execute();
    });
  }

  /** Tries again later, each time after a longer while; gives up in the end. @returns whether it gave up */
  async postpone({ id, failures }: Gap): Promise<boolean> {
    if (failures >= MOST_FAILURES) {
      await this.remove(id);
      return true;
    }
    await sql`
      update stats.gaps set failures = failures + 1,
        due_at = now() + least(interval '6 hours', interval '1 minute' * power(2, failures))
      where id = ${id}
    `.execute(this.#db);
    return false;
  }

  /** Lets all others that are due come first. */
  async putBehind(id: string): Promise<void> {
    await sql`update stats.gaps set due_at = now() + interval '10 seconds' where id = ${id}`.execute(
      this.#db,
    );
  }

  async remove(id: string): Promise<void> {
    await this.#db.deleteFrom('stats.gaps').where('id', '=', id).execute();
  }
}
