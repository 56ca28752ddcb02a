import type { Snowflake } from 'discord.js';
import type { StatsContext } from './context.ts';
import { OptOutRepository } from './database/opt-out-repository.ts';

/** Those who do not want to be counted. */
export class OptOuts {
  readonly #context: StatsContext;
  readonly #rows: OptOutRepository;

  constructor(context: StatsContext) {
    this.#context = context;
    this.#rows = new OptOutRepository(context.db);
  }

  /** Whether somebody is left out in a guild. */
  isOut(guildId: Snowflake, userId: Snowflake): Promise<boolean> {
    return this.#rows.has(guildId, userId);
  }

  /**
   * Erases what is counted of somebody in a guild, and counts nothing of them any more; what waits to be written included.
   *
   * @returns whether they were counted until now
   */
  async optOut(guildId: Snowflake, userId: Snowflake): Promise<boolean> {
    await this.#context.ensureGuild(guildId);
    await this.#context.ensureUser(userId);
    return this.#rows.add(guildId, userId);
  }

  /**
   * Counts somebody from now on.
   *
   * @returns whether they were left out until now
   */
  optIn(guildId: Snowflake, userId: Snowflake): Promise<boolean> {
    return this.#rows.remove(guildId, userId);
  }
}
