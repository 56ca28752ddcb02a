import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';

export interface LogChannelKey {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
}

/** The log channels in which the bot cannot write, of which the guild has been told. */
export class LogPauseRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  /** Takes note that a channel does not work; `true` for whoever is the first, in all processes. */
  async begin({ guildId, channelId }: LogChannelKey): Promise<boolean> {
    const begun = await this.#db
      .insertInto('moderation.log_pauses')
      .values({ guildId, channelId })
      .onConflict((conflict) => conflict.doNothing())
      .returning('channelId')
      .executeTakeFirst();
    return begun !== undefined;
  }

  /** Takes note that a channel works. */
  async end({ guildId, channelId }: LogChannelKey): Promise<void> {
    await this.#db
      .deleteFrom('moderation.log_pauses')
      .where((eb) => eb.and({ guildId, channelId }))
      .execute();
  }
}
