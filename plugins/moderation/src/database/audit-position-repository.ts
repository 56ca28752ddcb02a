import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';

/** How far the audit logs of guilds have been read. */
export class AuditPositionRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  /** The newest entry that has been dealt with. */
  async find(guildId: Snowflake): Promise<Snowflake | undefined> {
    const position = await this.#db
      .selectFrom('moderation.audit_positions')
      .select('entryId')
      .where('guildId', '=', guildId)
      .executeTakeFirst();
    return position?.entryId;
  }

  /** Begins at an entry, unless the guild has begun. */
  async begin(guildId: Snowflake, entryId: Snowflake): Promise<void> {
    await this.#db
      .insertInto('moderation.audit_positions')
      .values({ guildId, entryId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }

  /** Moves on to an entry; never back. */
  async advance(guildId: Snowflake, entryId: Snowflake): Promise<void> {
    await this.#db
      .insertInto('moderation.audit_positions')
      .values({ guildId, entryId })
      .onConflict((conflict) =>
        conflict.column('guildId').doUpdateSet({
          entryId: sql`greatest(audit_positions.entry_id, excluded.entry_id)`,
        }),
      )
      .execute();
  }
}
