import { lockUntilCommit, type PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';

/** A channel in which members may pin. */
export interface PinChannel {
  readonly channelId: Snowflake;
  /** Who may; the id of the guild stands for everybody. */
  readonly roleIds: readonly Snowflake[];
}

interface PinChannelKey {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
}

/** Where members may pin. Changes run in the transaction that the repository was made with. */
export class PinChannelRepository {
  readonly #db: PluginDatabase<'utility'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#db = db;
  }

  async listAll(guildId: Snowflake): Promise<PinChannel[]> {
    return this.#db
      .selectFrom('utility.pin_channels')
      .select(['channelId', 'roleIds'])
      .where('guildId', '=', guildId)
      .orderBy('channelId')
      .execute();
  }

  /** Those of some guilds, in one query. */
  async listKeys(guildIds: readonly Snowflake[]): Promise<PinChannelKey[]> {
    return this.#db
      .selectFrom('utility.pin_channels')
      .select(['guildId', 'channelId'])
      .where('guildId', '=', sql<Snowflake>`any(${guildIds}::bigint[])`)
      .execute();
  }

  /** Who may pin in a channel; nobody where it is not listed. */
  async rolesOf({ guildId, channelId }: PinChannelKey): Promise<readonly Snowflake[]> {
    const found = await this.#db
      .selectFrom('utility.pin_channels')
      .select('roleIds')
      .where((eb) => eb.and({ guildId, channelId }))
      .executeTakeFirst();
    return found?.roleIds ?? [];
  }

  /** Sets who may pin in a channel; nobody takes it from the list. */
  async set({ guildId, channelId }: PinChannelKey, roleIds: readonly Snowflake[]): Promise<void> {
    if (roleIds.length === 0) {
      await this.#db
        .deleteFrom('utility.pin_channels')
        .where((eb) => eb.and({ guildId, channelId }))
        .execute();
      return;
    }
    await this.#db
      .insertInto('utility.pin_channels')
      .values({ guildId, channelId, roleIds })
      .onConflict((conflict) => conflict.columns(['guildId', 'channelId']).doUpdateSet({ roleIds }))
      .execute();
  }

  /** Lets one transaction at a time change the list of a guild. */
  async lockGuild(guildId: Snowflake): Promise<void> {
    await lockUntilCommit(this.#db, `utility pin channels ${guildId}`);
  }
}
