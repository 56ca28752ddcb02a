import type { PluginDatabase } from '@twi/database';

/** Whoever is not counted. */
export class OptOutRepository {
  readonly #db: PluginDatabase<'stats'>;

  constructor(db: PluginDatabase<'stats'>) {
    this.#db = db;
  }

  async has(guildId: string, userId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('stats.opt_outs')
      .select('userId')
      .where('guildId', '=', guildId)
      .where('userId', '=', userId)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Leaves somebody out and erases what is there. @returns whether they were counted until now */
  async add(guildId: string, userId: string): Promise<boolean> {
    return this.#db.transaction().execute(async (transaction) => {
      // Whoever writes counts holds this row for sharing: what is being written is erased, and nothing is written after it.
      await transaction
        .selectFrom('stats.counted_guilds')
        .select('guildId')
        .where('guildId', '=', guildId)
        .forUpdate()
        .execute();
      const { numInsertedOrUpdatedRows: added = 0n } = await transaction
        .insertInto('stats.opt_outs')
        .values({ guildId, userId })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      const tables = [
        'stats.activity_days',
        'stats.activity_hours',
        'stats.emoji_days',
        'stats.voice_sessions',
      ] as const;
      for (const table of tables)
        await transaction
          .deleteFrom(table)
          .where('guildId', '=', guildId)
          .where('userId', '=', userId)
          .execute();
      await transaction
        .updateTable('stats.member_events')
        .set({ userId: null })
        .where('guildId', '=', guildId)
        .where('userId', '=', userId)
        .execute();
      return added > 0n;
    });
  }

  /** @returns whether they were left out until now */
  async remove(guildId: string, userId: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('stats.opt_outs')
      .where('guildId', '=', guildId)
      .where('userId', '=', userId)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  }
}
