import { type Kysely, sql, type SqlBool } from 'kysely';
import type { Database } from '../../database.ts';

/** Turns of shards to identify with Discord's gateway, for all processes of a bot together. */
export class IdentifyRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /**
   * Takes the turn of a rate limit key, unless the last one was taken less than a while ago; of several at once, one gets it.
   *
   * @param spacingMs how long after a turn there is none, in milliseconds.
   * @returns how long to wait before asking again, in milliseconds; `undefined` when the turn was taken.
   */
  async take(key: number, spacingMs: number): Promise<number | undefined> {
    const now = sql<Date>`clock_timestamp()`;
    const spacing = sql`${spacingMs} * interval '1 millisecond'`;
    const taken = await this.#db
      .insertInto('core.identifies')
      .values({ key, at: now })
      .onConflict((conflict) =>
        conflict
          .column('key')
          .doUpdateSet({ at: now })
          // A clock that was set back must keep nobody waiting.
          .where(sql<SqlBool>`clock_timestamp() not between identifies.at and identifies.at + ${spacing}`),
      )
      .returning('key')
      .executeTakeFirst();
    if (taken) return undefined;
    const row = await this.#db
      .selectFrom('core.identifies')
      .select(
        sql<number>`(extract(epoch from at + ${spacing} - clock_timestamp()) * 1000)::float8`.as('waitMs'),
      )
      .where('key', '=', key)
      .executeTakeFirst();
    return Math.max(0, row?.waitMs ?? 0);
  }
}
