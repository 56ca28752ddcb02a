import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql } from 'kysely';
import type { PendingExpiriesTable } from './schema.ts';

export type PendingExpiry = Selectable<PendingExpiriesTable>;

/** Whose ban: a person has at most one in a guild. */
export interface BanKey {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

/** The ban of one case, which another may have replaced. */
export interface CaseBan extends BanKey {
  readonly caseNumber: number;
}

/** The ends of temporary bans that are still to come. */
export class ExpiryRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  /** Sets when the person's ban ends, in place of any end that was set before. */
  async replace({ guildId, userId, caseNumber }: CaseBan, dueAt: Date): Promise<void> {
    await this.#db
      .insertInto('moderation.pending_expiries')
      .values({ guildId, userId, caseNumber, dueAt })
      .onConflict((conflict) =>
        conflict.columns(['guildId', 'userId']).doUpdateSet({ caseNumber, dueAt, attempts: 0 }),
      )
      .execute();
  }

  /** Forgets the end of the person's ban: they are banned for good, or no longer. */
  async cancel({ guildId, userId }: BanKey): Promise<void> {
    await this.#db
      .deleteFrom('moderation.pending_expiries')
      .where((eb) => eb.and({ guildId, userId }))
      .execute();
  }

  /** The end of the person's ban, if it is still the one of that case and due by the database's clock. */
  async findDue({ guildId, userId, caseNumber }: CaseBan): Promise<PendingExpiry | undefined> {
    return this.#db
      .selectFrom('moderation.pending_expiries')
      .selectAll()
      .where((eb) => eb.and({ guildId, userId, caseNumber }))
      .where('dueAt', '<=', sql<Date>`now()`)
      .executeTakeFirst();
  }

  /** Puts the end off to a later try. */
  async postpone({ guildId, userId }: BanKey, dueAt: Date): Promise<void> {
    await this.#db
      .updateTable('moderation.pending_expiries')
      .set((eb) => ({ dueAt, attempts: eb('attempts', '+', 1) }))
      .where((eb) => eb.and({ guildId, userId }))
      .execute();
  }

  /** Up to `limit` ends that were due before a moment, newest first: old ones may wait where the plugin is off. */
  async listDue(before: Date, limit: number): Promise<PendingExpiry[]> {
    return this.#db
      .selectFrom('moderation.pending_expiries')
      .selectAll()
      .where('dueAt', '<', before)
      .orderBy('dueAt', 'desc')
      .limit(limit)
      .execute();
  }
}
