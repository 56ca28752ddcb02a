import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type Selectable, sql } from 'kysely';
import type { DeliveryState, FeedDeliveriesTable, FeedsTable } from './feed-tables.ts';

export type Delivery = Selectable<FeedDeliveriesTable>;

/** A feed that a process posts for, as long as nobody else took it over. */
export interface ClaimedFeed {
  readonly id: string;
  readonly guildId: Snowflake;
  readonly number: number;
  readonly claims: number;
}

/** A feed for which its target has something that was not decided on. */
export type BehindFeed = Pick<
  Selectable<FeedsTable>,
  'id' | 'guildId' | 'number' | 'followedId' | 'afterItemId'
> & {
  /** The newest item of its target. */
  readonly lastItemId: string;
};

/** How long a process may be silent before another one posts: longer than discord.js tries to send one message. */
const LEASE = sql<Date>`now() + interval '2 minutes'`;
const OPEN: readonly DeliveryState[] = ['waiting', 'sending'];

/** What feeds post. */
export class FeedDeliveryRepository {
  readonly #db: PluginDatabase<'integrations'>;

  constructor(db: PluginDatabase<'integrations'>) {
    this.#db = db;
  }

  /** Feeds whose targets have items that were not decided on; nobody else gets them before the transaction ends. */
  async lockBehind(limit: number): Promise<BehindFeed[]> {
    const { rows } = await sql<BehindFeed>`
      select feed.id, feed.guild_id, feed.number, feed.followed_id, feed.after_item_id, target.last_item_id
      from integrations.feeds feed
      join integrations.feed_targets target on target.id = feed.followed_id
      join core.guild_plugins plugin
        on plugin.guild_id = feed.guild_id and plugin.plugin_id = 'integrations' and plugin.enabled
      where feed.after_item_id < target.last_item_id and feed.deleted_at is null and feed.paused_at is null
      order by feed.id limit ${limit} for update of feed skip locked
    `.execute(this.#db);
    return rows;
  }

  /** How many items wait to be begun, oldest first. */
  async listWaiting(feedId: string): Promise<Pick<Delivery, 'id' | 'leftOut'>[]> {
    return this.#db
      .selectFrom('integrations.feed_deliveries')
      .select(['id', 'leftOut'])
      .where((eb) => eb.and({ feedId, state: 'waiting', attempts: 0 }))
      .orderBy('itemId')
      .forUpdate()
      .execute();
  }

  /** Records what a feed is going to post, in order, and how far it has been decided on. */
  async plan(
    { id: feedId, guildId }: BehindFeed,
    { itemIds, until }: { readonly itemIds: readonly string[]; readonly until: string },
  ): Promise<void> {
    if (itemIds.length > 0)
      await this.#db
        .insertInto('integrations.feed_deliveries')
        .values(itemIds.map((itemId) => ({ guildId, feedId, itemId })))
        .onConflict((conflict) => conflict.columns(['feedId', 'itemId']).doNothing())
        .execute();
    await this.#db
      .updateTable('integrations.feeds')
      .set({ afterItemId: until })
      .where('id', '=', feedId)
      .execute();
  }

  /** Leaves out what waits and was not begun. */
  async skip(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#db
      .updateTable('integrations.feed_deliveries')
      .set({ state: 'skipped', settledAt: sql<Date>`now()` })
      .where('id', 'in', ids)
      .execute();
  }

  /** Says before the first item that waits how many were left out. */
  async noteLeftOut(feedId: string, leftOut: number): Promise<void> {
    await sql`
      update integrations.feed_deliveries set left_out = ${leftOut}
      where id = (
        select id from integrations.feed_deliveries
        where feed_id = ${feedId} and state = 'waiting' and attempts = 0 order by item_id limit 1
      )`.execute(this.#db);
  }

  /** Takes on feeds of these guilds that have something to post now. */
  async claimFeeds(guildIds: readonly Snowflake[], limit: number): Promise<ClaimedFeed[]> {
    const { rows } = await sql<ClaimedFeed>`
      update integrations.feeds set leased_until = ${LEASE}, claims = claims + 1
      where id in (
        select feed.id from integrations.feeds feed
        join core.guild_plugins plugin
          on plugin.guild_id = feed.guild_id and plugin.plugin_id = 'integrations' and plugin.enabled
        where feed.guild_id = any(${guildIds}::bigint[])
          and feed.deleted_at is null and feed.paused_at is null
          and (feed.leased_until is null or feed.leased_until < now())
          and (
            select next_attempt_at <= now() from integrations.feed_deliveries open
            where open.feed_id = feed.id and open.state in ('waiting', 'sending')
            order by open.item_id limit 1
          )
        order by feed.id limit ${limit} for update of feed skip locked
      )
      returning id, guild_id, number, claims
    `.execute(this.#db);
    return rows;
  }

  /** The guilds that have something to post. */
  async listGuilds(): Promise<Snowflake[]> {
    const { rows } = await sql<{ guildId: Snowflake }>`
      select distinct guild_id from integrations.feed_deliveries where state in ('waiting', 'sending')
    `.execute(this.#db);
    return rows.map(({ guildId }) => guildId);
  }

  /**
   * Begins the next delivery of a feed: from now on nobody knows whether Discord has it. Keeps the feed longer.
   *
   * @returns the delivery as it was before; `undefined` where there is none, its time has not come, or the feed is lost.
   */
  async begin({ id: feedId, claims }: ClaimedFeed): Promise<Delivery | undefined> {
    return this.#db.transaction().execute(async (transaction) => {
      const held = await transaction
        .updateTable('integrations.feeds')
        .set({ leasedUntil: LEASE })
        .where((eb) => eb.and({ id: feedId, claims }))
        .where('deletedAt', 'is', null)
        .where('pausedAt', 'is', null)
        .returning('id')
        .executeTakeFirst();
      if (!held) return undefined;
      const next = await transaction
        .selectFrom('integrations.feed_deliveries')
        .selectAll()
        .select((eb) => eb('nextAttemptAt', '<=', sql<Date>`now()`).as('isDue'))
        .where('feedId', '=', feedId)
        .where('state', 'in', OPEN)
        .orderBy('itemId')
        .limit(1)
        .executeTakeFirst();
      if (!next?.isDue) return undefined;
      await transaction
        .updateTable('integrations.feed_deliveries')
        .set((eb) => ({
          state: 'sending',
          attempts: eb('attempts', '+', 1),
          attemptedAt: sql<Date>`coalesce(attempted_at, now())`,
        }))
        .where('id', '=', next.id)
        .execute();
      return next;
    });
  }

  /** Records that a message is there. */
  async markSent(
    { id }: Delivery,
    message: { readonly id: Snowflake; readonly channelId: Snowflake },
  ): Promise<void> {
    await this.#settle(id, { state: 'sent', channelId: message.channelId, messageId: message.id });
  }

  /** Records that an item is not posted: it may not be shown there, or Discord does not take it. */
  async markUnsent({ id }: Delivery, state: 'skipped' | 'failed'): Promise<void> {
    await this.#settle(id, { state });
  }

  /** Puts a delivery back. @param isUncertain whether Discord may have it. */
  async postpone(
    { id }: Delivery,
    { delayMs, isUncertain }: { readonly delayMs: number; readonly isUncertain: boolean },
  ): Promise<void> {
    await this.#db
      .updateTable('integrations.feed_deliveries')
      .set({
        state: isUncertain ? 'sending' : 'waiting',
        nextAttemptAt: sql<Date>`now() + ${delayMs} * interval '1 millisecond'`,
      })
      .where('id', '=', id)
      .execute();
  }

  /** Lets another process post at once. */
  async release({ id, claims }: ClaimedFeed): Promise<void> {
    await this.#db
      .updateTable('integrations.feeds')
      .set({ leasedUntil: null })
      .where((eb) => eb.and({ id, claims }))
      .execute();
  }

  /** Which of these messages belong to a delivery already. */
  async knownAmong(messageIds: readonly Snowflake[]): Promise<ReadonlySet<Snowflake>> {
    if (messageIds.length === 0) return new Set();
    const rows = await this.#db
      .selectFrom('integrations.feed_deliveries')
      .select('messageId')
      .where('messageId', 'in', messageIds)
      .execute();
    return new Set(rows.flatMap(({ messageId }) => messageId ?? []));
  }

  async #settle(
    id: string,
    values: {
      readonly state: DeliveryState;
      readonly channelId?: Snowflake;
      readonly messageId?: Snowflake;
    },
  ): Promise<void> {
    await this.#db
      .updateTable('integrations.feed_deliveries')
      .set({ ...values, settledAt: sql<Date>`now()` })
      .where('id', '=', id)
      .execute();
  }
}
