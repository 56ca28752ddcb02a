import type { Snowflake } from 'discord.js';

/**
 * Lets changes in one guild happen one after the other. Discord lets a bot change only so many members and pins at once, and
 * who waits for that in a transaction holds a connection to the database.
 */
export class GuildTurns {
  /** The end of the latest work in each guild. */
  readonly #last = new Map<Snowflake, Promise<unknown>>();

  /** Runs the work when all that came before it is over. Rejects as the work does. */
  async take<Result>(guildId: Snowflake, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(guildId) ?? Promise.resolve();
    // Whoever asked for the work before hears of its failure.
    const turn = before.catch(() => undefined).then(work);
    this.#last.set(guildId, turn);
    try {
      return await turn;
    } finally {
      if (this.#last.get(guildId) === turn) this.#last.delete(guildId);
    }
  }
}
