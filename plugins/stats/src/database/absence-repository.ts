import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';

/** Times in which the bot was away. */
export class AbsenceRepository {
  readonly #db: PluginDatabase<'stats'>;
  readonly #sessionId: string;

  constructor(db: PluginDatabase<'stats'>, sessionId: string) {
    this.#db = db;
    this.#sessionId = sessionId;
  }

  /** One after which nobody looked for threads yet, in a guild that this process counts. */
  async findUnsearched(): Promise<{ readonly guildId: Snowflake; readonly goneAt: Date } | undefined> {
    return this.#db
      .selectFrom('stats.absences')
      .innerJoin('stats.counted_guilds', 'stats.counted_guilds.guildId', 'stats.absences.guildId')
      .select(['stats.absences.guildId', 'goneAt'])
      .where('searchedAt', 'is', null)
      .where('sessionId', '=', this.#sessionId)
      .where('stoppedAt', 'is', null)
      .orderBy('goneAt')
      .limit(1)
      .executeTakeFirst();
  }

  /** Notes that threads were looked for after all absences of a guild from one on. */
  async setSearched(guildId: Snowflake, goneAt: Date): Promise<void> {
    await this.#db
      .updateTable('stats.absences')
      .set({ searchedAt: new Date() })
      .where('guildId', '=', guildId)
      .where('goneAt', '>=', goneAt)
      .execute();
  }
}
