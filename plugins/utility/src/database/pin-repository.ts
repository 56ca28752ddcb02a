import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';

export interface PinKey {
  readonly guildId: Snowflake;
  readonly messageId: Snowflake;
}

/** Who had which message pinned through the bot. */
export class PinRepository {
  readonly #db: PluginDatabase<'utility'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#db = db;
  }

  /** Writes down who pinned a message, in place of who did before it was unpinned by hand. */
  async add(key: PinKey & { readonly channelId: Snowflake; readonly pinnedBy: Snowflake }): Promise<void> {
    await this.#db
      .insertInto('utility.pins')
      .values(key)
      .onConflict((conflict) =>
        conflict
          .columns(['guildId', 'messageId'])
          .doUpdateSet({ pinnedBy: key.pinnedBy, pinnedAt: sql<Date>`now()` }),
      )
      .execute();
  }

  async remove({ guildId, messageId }: PinKey): Promise<void> {
    await this.#db
      .deleteFrom('utility.pins')
      .where((eb) => eb.and({ guildId, messageId }))
      .execute();
  }

  /** Who pinned it; `undefined` where it was pinned by hand, or who did had their data erased. */
  async findPinner({ guildId, messageId }: PinKey): Promise<Snowflake | undefined> {
    const found = await this.#db
      .selectFrom('utility.pins')
      .select('pinnedBy')
      .where((eb) => eb.and({ guildId, messageId }))
      .executeTakeFirst();
    return found?.pinnedBy ?? undefined;
  }
}
