import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';

/** Who, and in which guild. */
export interface AuthorKey {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

/** Keeps who does not want to be reposted. */
export class OptOutRepository {
  readonly #db: PluginDatabase<'gallery'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
  }

  async has({ guildId, userId }: AuthorKey): Promise<boolean> {
    const found = await this.#db
      .selectFrom('gallery.opt_outs')
      .select('userId')
      .where((eb) => eb.and({ guildId, userId }))
      .executeTakeFirst();
    return found !== undefined;
  }

  async add({ guildId, userId }: AuthorKey): Promise<void> {
    await this.#db
      .insertInto('gallery.opt_outs')
      .values({ guildId, userId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  async remove({ guildId, userId }: AuthorKey): Promise<void> {
    await this.#db
      .deleteFrom('gallery.opt_outs')
      .where((eb) => eb.and({ guildId, userId }))
      .execute();
  }
}
