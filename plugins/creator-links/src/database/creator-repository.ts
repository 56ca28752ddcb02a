import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { CreatorKey } from './link-repository.ts';

/** Who has links, and who of them left. */
export class CreatorRepository {
  readonly #db: PluginDatabase<'creator-links'>;

  constructor(db: PluginDatabase<'creator-links'>) {
    this.#db = db;
  }

  /** Keeps everybody else from changing the links of a person until the transaction ends. */
  async lock({ guildId, userId }: CreatorKey): Promise<void> {
    await this.#db
      .insertInto('creator_links.creators')
      .values({ guildId, userId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await this.#db
      .selectFrom('creator_links.creators')
      .select('userId')
      .where((eb) => eb.and({ guildId, userId }))
      .forUpdate()
      .executeTakeFirst();
  }

  /** Whether a person is known to have left. */
  async hasLeft({ guildId, userId }: CreatorKey): Promise<boolean> {
    const found = await this.#db
      .selectFrom('creator_links.creators')
      .select('leftAt')
      .where((eb) => eb.and({ guildId, userId }))
      .executeTakeFirst();
    return found?.leftAt != null;
  }

  /** Who of these was last known to be there, or not to be, before a moment; people without links never. */
  async listUnseen(
    guildId: Snowflake,
    userIds: readonly Snowflake[],
    before: Date,
  ): Promise<readonly Snowflake[]> {
    if (userIds.length === 0) return [];
    const rows = await this.#db
      .selectFrom('creator_links.creators')
      .select('userId')
      .where('guildId', '=', guildId)
      .where('userId', 'in', userIds)
      .where('seenAt', '<', before)
      .execute();
    return rows.map(({ userId }) => userId);
  }

  /** Keeps that people are in the guild, or are not. */
  async see(guildId: Snowflake, userIds: readonly Snowflake[], isMember: boolean): Promise<void> {
    if (userIds.length === 0) return;
    await this.#db
      .updateTable('creator_links.creators')
      .set({
        seenAt: sql<Date>`now()`,
        leftAt: isMember ? null : sql<Date>`coalesce(left_at, now())`,
      })
      .where('guildId', '=', guildId)
      .where('userId', 'in', userIds)
      .execute();
  }
}
