import type { PluginContext } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { type Score, ScoreRepository } from './database/score-repository.ts';
// #if setting
import type { settings } from './settings.ts';
// #endif

// #if setting
type Context = PluginContext<'my-plugin', typeof settings>;
// #else
//= type Context = PluginContext<'my-plugin'>;
//= const POINTS_PER_MESSAGE = 1;
// #endif

/** What the plugin can do. Commands, listeners, jobs and other plugins all end here. */
export class Scores {
  readonly #context: Context;
  readonly #scores: ScoreRepository;

  constructor(context: Context) {
    this.#context = context;
    this.#scores = new ScoreRepository(context.db);
  }

  /** Gives a member the points of one message. */
  async award(guildId: Snowflake, userId: Snowflake): Promise<void> {
    // #if setting
    const { pointsPerMessage } = await this.#context.settings.get(guildId);
    // #else
    //= const pointsPerMessage = POINTS_PER_MESSAGE;
    // #endif
    await this.#context.ensureGuild(guildId);
    await this.#context.ensureUser(userId);
    await this.#scores.add({ guildId, userId, points: pointsPerMessage });
  }

  /** How many points a member has; 0 for whoever never got any. */
  async pointsOf(guildId: Snowflake, userId: Snowflake): Promise<number> {
    return (await this.#scores.find(guildId, userId))?.points ?? 0;
  }

  /** The members with the most points, up to `limit` of them. */
  leaders(guildId: Snowflake, limit: number): Promise<Score[]> {
    return this.#scores.listHighest(guildId, limit);
  }
  // #if job

  /** Forgets who got no points since `before`. */
  forgetInactive(before: Date): Promise<void> {
    return this.#scores.deleteUpdatedBefore(before);
  }
  // #endif
}
