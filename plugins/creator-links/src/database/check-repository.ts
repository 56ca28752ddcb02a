import type { PluginDatabase } from '@twi/database';
import { sql } from 'kysely';

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
}
