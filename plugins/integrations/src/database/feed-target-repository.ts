import { asNumber, type PluginDatabase, toJsonb } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql, type Updateable } from 'kysely';
import type { FeedSourceId, TargetAddress } from '../feeds/sources/feed-source.ts';
import type { FeedTargetsTable } from './feed-tables.ts';

export type FeedTarget = Selectable<FeedTargetsTable>;

/** How long a process may be silent before another one reads a target. One reading takes two requests of 20 seconds at most. */
const LEASE = sql<Date>`now() + interval '3 minutes'`;
/** Somebody has to follow a target, in a guild where the bot is and the plugin is on. */
const IS_FOLLOWED = sql<boolean>`exists (
  select from integrations.feeds feed
  join core.guilds guild on guild.id = feed.guild_id and guild.left_at is null
  join core.guild_plugins plugin
    on plugin.guild_id = feed.guild_id and plugin.plugin_id = 'integrations' and plugin.enabled
  where feed.followed_id = feed_targets.id and feed.deleted_at is null and feed.paused_at is null
)`;

/** What is read elsewhere, and when. */
export class FeedTargetRepository {
  readonly #db: PluginDatabase<'integrations'>;

  constructor(db: PluginDatabase<'integrations'>) {
    this.#db = db;
  }

  /** The one row of a target. */
  async ensure(
    source: FeedSourceId,
    {
      key,
      credentialGuildId = null,
    }: { readonly key: string; readonly credentialGuildId?: Snowflake | null | undefined },
  ): Promise<FeedTarget> {
    return this.#db
      .insertInto('integrations.feed_targets')
      .values({ source, key, credentialGuildId, name: key, url: key })
      .onConflict((conflict) =>
        conflict.columns(['source', 'key', 'credentialGuildId']).doUpdateSet({ source }),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  async find(
    source: FeedSourceId,
    { key, credentialGuildId }: TargetAddress,
  ): Promise<FeedTarget | undefined> {
    return this.#db
      .selectFrom('integrations.feed_targets')
      .selectAll()
      .where((eb) => eb.and({ source, key }))
      .where('credentialGuildId', 'is not distinct from', credentialGuildId ?? null)
      .executeTakeFirst();
  }

  async get(id: string): Promise<FeedTarget> {
    return this.#db
      .selectFrom('integrations.feed_targets')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  }

  /** Takes on targets whose time has come and that nobody is reading. */
  async claimDue(sources: readonly FeedSourceId[], limit: number): Promise<FeedTarget[]> {
    const due = this.#db
      .selectFrom('integrations.feed_targets')
      .select('id')
      .where('source', 'in', sources)
      .where('nextPollAt', '<=', sql<Date>`now()`)
      .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', sql<Date>`now()`)]))
      .where(IS_FOLLOWED)
      .orderBy('nextPollAt')
      .limit(limit)
      .forUpdate()
      .skipLocked();
    return this.#db
      .updateTable('integrations.feed_targets')
      .set((eb) => ({ leasedUntil: LEASE, claims: eb('claims', '+', 1) }))
      .where('id', 'in', due)
      .returningAll()
      .execute();
  }

  /** Takes on one target, whenever it was read; `undefined` while another process reads it. */
  async claim(id: string): Promise<FeedTarget | undefined> {
    return this.#db
      .updateTable('integrations.feed_targets')
      .set((eb) => ({ leasedUntil: LEASE, claims: eb('claims', '+', 1) }))
      .where('id', '=', id)
      .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', sql<Date>`now()`)]))
      .returningAll()
      .executeTakeFirst();
  }

  /** Keeps others from a target to the end of the transaction, whoever reads it. */
  async lock(id: string): Promise<FeedTarget | undefined> {
    return this.#db
      .selectFrom('integrations.feed_targets')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
  }

  /** The same, while it is still this process's to read. */
  async hold({ id, claims }: FeedTarget): Promise<FeedTarget | undefined> {
    const locked = await this.lock(id);
    return locked?.claims === claims ? locked : undefined;
  }

  /** Writes what became of reading a target, and gives it back. */
  async settle(
    { id, claims }: FeedTarget,
    {
      state,
      ...values
    }: Omit<Updateable<FeedTargetsTable>, 'state'> & {
      readonly state?: Readonly<Record<string, unknown>>;
    },
    nextPollInMs: number,
  ): Promise<void> {
    await this.#db
      .updateTable('integrations.feed_targets')
      .set({
        ...values,
        ...(state && { state: toJsonb(state) }),
        leasedUntil: null,
        lastPolledAt: sql<Date>`now()`,
        nextPollAt: sql<Date>`now() + ${nextPollInMs} * interval '1 millisecond'`,
      })
      .where((eb) => eb.and({ id, claims }))
      .execute();
  }

  /** Gives a target back unread. */
  async release({ id, claims }: FeedTarget): Promise<void> {
    await this.#db
      .updateTable('integrations.feed_targets')
      .set({ leasedUntil: null })
      .where((eb) => eb.and({ id, claims }))
      .execute();
  }

  /** Lets a target be read at once, as if it had never failed. */
  async wake(id: string): Promise<void> {
    await this.#db
      .updateTable('integrations.feed_targets')
      .set({ failures: 0, lastError: null, nextPollAt: sql<Date>`now()` })
      .where('id', '=', id)
      .execute();
  }

  /** How many targets of a source are read. */
  async countFollowed(source: FeedSourceId): Promise<number> {
    const { targets } = await this.#db
      .selectFrom('integrations.feed_targets')
      .select((eb) => asNumber(eb.fn.countAll()).as('targets'))
      .where('source', '=', source)
      .where(IS_FOLLOWED)
      .executeTakeFirstOrThrow();
    return targets;
  }

  /** Removes targets that nobody has followed for a month. @returns how many. */
  async prune(): Promise<number> {
    const { numDeletedRows } = await this.#db
      .deleteFrom('integrations.feed_targets')
      .where('createdAt', '<', sql<Date>`now() - interval '30 days'`)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('integrations.feeds')
              .select('integrations.feeds.id')
              .whereRef('integrations.feeds.followedId', '=', 'integrations.feed_targets.id'),
          ),
        ),
      )
      .executeTakeFirstOrThrow();
    return Number(numDeletedRows);
  }
}
