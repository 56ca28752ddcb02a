import { lockUntilCommit, type PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Insertable, Selectable } from 'kysely';
import type { DestinationsTable } from './destinations-table.ts';

export type Destination = Selectable<DestinationsTable>;

/** Keeps the channels that items are posted to. */
export class DestinationRepository {
  readonly #db: PluginDatabase<'gallery'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
  }

  /** Adds a destination, or replaces what was said about it. */
  async put(row: Insertable<DestinationsTable>): Promise<Destination> {
    return this.#db
      .insertInto('gallery.destinations')
      .values(row)
      .onConflict((conflict) => conflict.columns(['guildId', 'channelId']).doUpdateSet(row))
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** Removes a destination; `undefined` when it was none. */
  async remove(guildId: Snowflake, channelId: Snowflake): Promise<Destination | undefined> {
    return this.#db
      .deleteFrom('gallery.destinations')
      .where((eb) => eb.and({ guildId, channelId }))
      .returningAll()
      .executeTakeFirst();
  }

  /** The destination, if it is one; others who ask like this in the same guild wait until the transaction ends. */
  async lock(guildId: Snowflake, channelId: Snowflake): Promise<Destination | undefined> {
    await lockUntilCommit(this.#db, `gallery destinations ${guildId}`);
    return this.find(guildId, channelId);
  }

  async find(guildId: Snowflake, channelId: Snowflake): Promise<Destination | undefined> {
    return this.#db
      .selectFrom('gallery.destinations')
      .selectAll()
      .where((eb) => eb.and({ guildId, channelId }))
      .executeTakeFirst();
  }

  /** The destinations of a guild, oldest first. */
  async list(guildId: Snowflake): Promise<Destination[]> {
    return this.#db
      .selectFrom('gallery.destinations')
      .selectAll()
      .where('guildId', '=', guildId)
      .orderBy('addedAt')
      .orderBy('channelId')
      .execute();
  }
}
