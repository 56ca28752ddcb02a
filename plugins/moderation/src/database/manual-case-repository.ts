import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { CaseRepository, type Case, type NewCase } from './case-repository.ts';
import type { BanKey } from './expiry-repository.ts';

/** A case of something that was done by hand. */
type ManualCase = NewCase & { readonly auditEntryId: Snowflake; readonly createdAt: Date };

/** Cases that come from the audit log of Discord. */
export class ManualCaseRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  /**
   * Opens the case of an entry, or returns `undefined` where there is one, deleted or not. Call it while no process
   * does the same for the person: a number that was taken in vain would leave a gap.
   */
  async open(values: ManualCase): Promise<Case | undefined> {
    const { guildId, auditEntryId } = values;
    const known = await this.#db
      .selectFrom('moderation.cases')
      .select('number')
      .where((eb) => eb.and({ guildId, auditEntryId }))
      .executeTakeFirst();
    return known ? undefined : new CaseRepository(this.#db).open(values);
  }

  /** Whether the person was banned for a while after a moment. */
  async wasBannedAfter({ guildId, userId }: BanKey, moment: Date): Promise<boolean> {
    const later = await this.#db
      .selectFrom('moderation.pending_expiries as expiry')
      .innerJoin('moderation.cases as ban', (join) =>
        join.onRef('ban.guildId', '=', 'expiry.guildId').onRef('ban.number', '=', 'expiry.caseNumber'),
      )
      .select('ban.number')
      .where('expiry.guildId', '=', guildId)
      .where('expiry.userId', '=', userId)
      .where('ban.createdAt', '>', moment)
      .executeTakeFirst();
    return later !== undefined;
  }
}
