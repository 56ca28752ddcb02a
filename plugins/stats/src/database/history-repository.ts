import type { PluginDatabase } from '@twi/database';
import { sql } from 'kysely';

/** Which kinds of history there are to count. */
export interface PendingHistory {
  readonly threads: boolean;
  readonly backfills: boolean;
  readonly gaps: boolean;
}

/** What of the past is still to be counted. */
export class HistoryRepository {
  readonly #db: PluginDatabase<'stats'>;
  readonly #sessionId: string;

  constructor(db: PluginDatabase<'stats'>, sessionId: string) {
    this.#db = db;
    this.#sessionId = sessionId;
  }

  /** What there is to do in guilds that this process counts. One statement: it is asked about once a second. */
  async findPending(): Promise<PendingHistory> {
    const { rows } = await sql<PendingHistory>`
      with own as (
        select guild_id from stats.counted_guilds where session_id = ${this.#sessionId} and stopped_at is null
      )
      select
        exists (select from stats.absences join own using (guild_id) where searched_at is null) as threads,
        exists (select from stats.backfills where finished_at is null) as backfills,
        exists (select from stats.gaps join own using (guild_id) where due_at <= now() and unreadable_since is null) as gaps
    `.execute(this.#db);
    return rows[0] ?? { threads: false, backfills: false, gaps: false };
  }
}
