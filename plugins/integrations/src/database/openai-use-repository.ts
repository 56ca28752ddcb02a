import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type {} from './openai-uses-table.ts';

/** How often guilds asked OpenAI today. */
export class OpenAiUseRepository {
  readonly #db: PluginDatabase<'integrations'>;

  constructor(db: PluginDatabase<'integrations'>) {
    this.#db = db;
  }

  /**
   * Counts one use, unless the day's are used up. One statement, so that of two at once, in two processes, one is the last.
   *
   * @param limit how many a day has, at least 1.
   * @returns whether there was one left
   */
  async take(guildId: Snowflake, { limit, resetsAt }: { limit: number; resetsAt: Date }): Promise<boolean> {
    const isOver = sql<boolean>`openai_uses.resets_at <= now()`;
    const taken = await this.#db
      .insertInto('integrations.openai_uses')
      .values({ guildId, uses: 1, resetsAt })
      .onConflict((conflict) =>
        conflict
          .column('guildId')
          .doUpdateSet({
            uses: sql<number>`case when ${isOver} then 1 else openai_uses.uses + 1 end`,
            resetsAt,
          })
          .where((eb) => eb.or([isOver, eb('integrations.openai_uses.uses', '<', limit)])),
      )
      .returning('uses')
      .executeTakeFirst();
    return taken !== undefined;
  }

  /** Counts a use less, which came to nothing. */
  async giveBack(guildId: Snowflake): Promise<void> {
    await this.#db
      .updateTable('integrations.openai_uses')
      .set((eb) => ({ uses: eb('uses', '-', 1) }))
      .where('guildId', '=', guildId)
      .where('uses', '>', 0)
      .execute();
  }

  /** How many uses a guild had today. */
  async count(guildId: Snowflake): Promise<number> {
    const row = await this.#db
      .selectFrom('integrations.openai_uses')
      .select('uses')
      .where('guildId', '=', guildId)
      .where('resetsAt', '>', sql<Date>`now()`)
      .executeTakeFirst();
    return row?.uses ?? 0;
  }
}
