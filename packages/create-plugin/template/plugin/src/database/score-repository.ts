import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql } from 'kysely';
import type { ScoresTable } from './schema.ts';

export type Score = Selectable<ScoresTable>;

/** The points of members. */
export class ScoreRepository {
  readonly #db: PluginDatabase<'my-plugin'>;

  constructor(db: PluginDatabase<'my-plugin'>) {
    this.#db = db;
  }

  /** Adds points in one statement, so that none is lost when two messages arrive at once. */
  async add(score: Pick<Score, 'guildId' | 'userId' | 'points'>): Promise<void> {
    await this.#db
      .insertInto('my_plugin.scores')
      .values(score)
      .onConflict((conflict) =>
        conflict.columns(['guildId', 'userId']).doUpdateSet((eb) => ({
          points: eb('my_plugin.scores.points', '+', score.points),
          updatedAt: sql`now()`,
        })),
      )
      .execute();
  }

  async find(guildId: Snowflake, userId: Snowflake): Promise<Score | undefined> {
    return this.#db
      .selectFrom('my_plugin.scores')
      .selectAll()
      .where((eb) => eb.and({ guildId, userId }))
      .executeTakeFirst();
  }

  async listHighest(guildId: Snowflake, limit: number): Promise<Score[]> {
    return this.#db
      .selectFrom('my_plugin.scores')
      .selectAll()
      .where('guildId', '=', guildId)
      .orderBy('points', 'desc')
      .orderBy('userId')
      .limit(limit)
      .execute();
  }
  // #if job

  async deleteUpdatedBefore(moment: Date): Promise<void> {
    await this.#db.deleteFrom('my_plugin.scores').where('updatedAt', '<', moment).execute();
  }
  // #endif
}
