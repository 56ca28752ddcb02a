import type { PluginDatabase } from '@twi/database';
import { sql } from 'kysely';
import type { CreatorKey } from './link-repository.ts';

/** When the addresses of links are asked for. */
export class CheckRepository {
  readonly #db: PluginDatabase<'creator-links'>;

  constructor(db: PluginDatabase<'creator-links'>) {
    this.#db = db;
  }

  /** Has a new address asked for, in its turn; what was known of an earlier one is forgotten. */
  async plan({ id, url }: { readonly id: string; readonly url: string }): Promise<void> {
    const fresh = {
      host: new URL(url).hostname,
      nextAt: sql<Date>`now()`,
      claimedUntil: null,
      failures: 0,
      failedSince: null,
      deadAt: null,
    };
    await this.#db
      .insertInto('creator_links.link_checks')
      .values({ linkId: id, ...fresh })
      .onConflict((conflict) => conflict.column('linkId').doUpdateSet(fresh))
      .execute();
  }

  /** The links of a person that lead nowhere. */
  async deadOf({ guildId, userId }: CreatorKey): Promise<ReadonlySet<string>> {
    const rows = await this.#db
      .selectFrom('creator_links.link_checks as check')
      .innerJoin('creator_links.creator_links as link', 'link.id', 'check.linkId')
      .select('check.linkId')
      .where('link.guildId', '=', guildId)
      .where('link.userId', '=', userId)
      .where('check.deadAt', 'is not', null)
      .execute();
    return new Set(rows.map(({ linkId }) => linkId));
  }
}
