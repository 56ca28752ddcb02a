import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { Verdict } from '../checks/probe.ts';
import type { CreatorKey } from './link-repository.ts';

/** A check that this process has in hand. */
export interface ClaimedCheck {
  readonly linkId: string;
  readonly guildId: Snowflake;
  readonly url: string;
  readonly claimedUntil: Date;
}

/** A link is dead after so many failures in a row, if they began so long ago. */
const FAILURES_OF_DEAD = 4;
const DAYS_OF_DEAD = 3;
/** Days until the next check. */
const DAYS_AFTER = { alive: 7, failing: 1, unknown: 1 } as const satisfies Record<Verdict, number>;

/** When the addresses of links are asked for, and what became of it. */
export class CheckRepository {
  readonly #db: PluginDatabase<'creator-links'>;

  constructor(db: PluginDatabase<'creator-links'>) {
    this.#db = db;
  }

  /** Has an address asked for, in its turn; what was known of an earlier one is forgotten. */
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

  /** Has a removed link asked for no longer. */
  async drop(linkId: string): Promise<void> {
    await this.#db.deleteFrom('creator_links.link_checks').where('linkId', '=', linkId).execute();
  }

  /**
   * Takes checks that are due into hand, each of another host, and of none that somebody is asking. Needs a transaction;
   * takes nothing while another process is choosing.
   */
  async claim(limit: number, until: Date): Promise<readonly ClaimedCheck[]> {
    const { rows } = await sql<{ isFree: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended('creator-links checks', 0)) as "isFree"`.execute(
      this.#db,
    );
    if (!rows[0]?.isFree) return [];
    const due = await this.#due(limit);
    if (due.length === 0) return [];
    await this.#db
      .updateTable('creator_links.link_checks')
      .set({ claimedUntil: until })
      .where(
        'linkId',
        'in',
        due.map(({ linkId }) => linkId),
      )
      .execute();
    return due.map((check) => ({ ...check, claimedUntil: until }));
  }

  /** Keeps what a check found out, unless the address was changed meanwhile, and gives it out of hand. */
  async settle({ linkId, claimedUntil }: ClaimedCheck, verdict: Verdict): Promise<void> {
    await this.#db
      .updateTable('creator_links.link_checks')
      .set({
        claimedUntil: null,
        nextAt: sql<Date>`now() + make_interval(days => ${DAYS_AFTER[verdict]})`,
        ...(verdict === 'alive' && { failures: 0, failedSince: null, deadAt: null }),
        ...(verdict === 'failing' && FAILED),
      })
      .where((eb) => eb.and({ linkId, claimedUntil }))
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

  /** Of each host the check that waits longest. */
  #due(limit: number) {
    return this.#db
      .selectFrom((eb) =>
        eb
          .selectFrom('creator_links.link_checks as check')
          .innerJoin('creator_links.creator_links as link', 'link.id', 'check.linkId')
          .distinctOn('check.host')
          .select(['check.linkId', 'check.nextAt', 'link.guildId', 'link.url'])
          .where('check.nextAt', '<=', sql<Date>`now()`)
          .where((where) =>
            where.not(
              where.exists(
                where
                  .selectFrom('creator_links.link_checks as other')
                  .select(sql.lit(1).as('one'))
                  .whereRef('other.host', '=', 'check.host')
                  .where('other.claimedUntil', '>', sql<Date>`now()`),
              ),
            ),
          )
          .orderBy('check.host')
          .orderBy('check.nextAt')
          .as('due'),
      )
      .select(['linkId', 'guildId', 'url'])
      .orderBy('nextAt')
      .limit(limit)
      .execute();
  }
}

const FAILED = {
  failures: sql<number>`failures + 1`,
  failedSince: sql<Date>`coalesce(failed_since, now())`,
  deadAt: sql<Date | null>`case
    when failures + 1 >= ${sql.lit(FAILURES_OF_DEAD)}
      and failed_since <= now() - make_interval(days => ${sql.lit(DAYS_OF_DEAD)})
    then coalesce(dead_at, now()) else dead_at end`,
};
