import { asNumber, type Page, paginate, type PluginDatabase, toJsonb } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type RawBuilder, type Selectable, sql, type Updateable } from 'kysely';
import type { FeedHealth, FeedKey, FeedView } from '../feeds/feed-view.ts';
import { feedOptions, type FeedOptions } from '../feeds/posts/feed-options.ts';
import type { FeedsTable, PauseReason } from './feed-tables.ts';

type FeedRow = Selectable<FeedsTable>;
type Targeted = FeedRow & {
  readonly source: FeedView['source'];
  readonly name: string;
  readonly url: string;
};

const PAGE_SIZE = 8;

export interface NewFeedRow {
  readonly guildId: Snowflake;
  readonly followedId: string;
  readonly channelId: Snowflake;
  readonly mentionRoleId: Snowflake | null;
  readonly options: FeedOptions;
  readonly addedBy: Snowflake;
  readonly afterItemId: string;
}

type FeedValues = Omit<Updateable<FeedsTable>, 'deletedAt' | 'options' | 'pausedAt'> & {
  readonly options?: FeedOptions;
  readonly deletedAt?: RawBuilder<Date> | null;
  readonly pausedAt?: RawBuilder<Date> | null;
};

/** What guilds follow. */
export class FeedRepository {
  readonly #db: PluginDatabase<'integrations'>;

  constructor(db: PluginDatabase<'integrations'>) {
    this.#db = db;
  }

  /** Lets nobody else add feeds to a guild to the end of the transaction. */
  async lockGuild(guildId: Snowflake): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`integrations feeds ${guildId}`}, 0))`.execute(
      this.#db,
    );
  }

  /** To be asked while nobody adds one: see `lockGuild`. */
  async countLive(guildId: Snowflake): Promise<number> {
    const { feeds } = await this.#db
      .selectFrom('integrations.feeds')
      .select((eb) => asNumber(eb.fn.countAll()).as('feeds'))
      .where('guildId', '=', guildId)
      .where('deletedAt', 'is', null)
      .executeTakeFirstOrThrow();
    return feeds;
  }

  /** Adds a feed under the next number of its guild: see `lockGuild`. */
  async add({ options, ...values }: NewFeedRow): Promise<FeedView> {
    const { last } = await this.#db
      .selectFrom('integrations.feeds')
      .select((eb) => eb.fn.max('number').as('last'))
      .where('guildId', '=', values.guildId)
      .executeTakeFirstOrThrow();
    const number = (last ?? 0) + 1;
    await this.#db
      .insertInto('integrations.feeds')
      .values({ ...values, number, options: toJsonb(options) })
      .execute();
    return this.#get({ guildId: values.guildId, number });
  }

  /** Whether a channel gets a target already. */
  async findTwin(
    guildId: Snowflake,
    followedId: string,
    channelId: Snowflake,
  ): Promise<FeedView | undefined> {
    const row = await this.#views()
      .where((eb) => eb.and({ guildId, followedId, channelId }))
      .where('feed.deletedAt', 'is', null)
      .executeTakeFirst();
    return row && viewOf(row);
  }

  async find({ guildId, number }: FeedKey): Promise<FeedView | undefined> {
    const row = await this.#views()
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirst();
    return row && viewOf(row);
  }

  /** The feeds of a guild that are not removed, in the order of their numbers. @throws {CursorError} */
  async list(guildId: Snowflake, cursor?: string): Promise<Page<FeedView>> {
    const query = this.#views().where('feed.guildId', '=', guildId).where('feed.deletedAt', 'is', null);
    const page = await paginate(this.#db.selectFrom(query.as('feeds')).selectAll(), {
      orderBy: [{ column: 'number', direction: 'asc' }],
      limit: PAGE_SIZE,
      cursor,
    });
    return { ...page, rows: page.rows.map(viewOf) };
  }

  /** Feeds whose name or number has the words in it. */
  async suggest(
    guildId: Snowflake,
    words: string,
    { limit, isRemoved }: { readonly limit: number; readonly isRemoved: boolean },
  ): Promise<FeedView[]> {
    const rows = await this.#views()
      .where('feed.guildId', '=', guildId)
      .where('feed.deletedAt', isRemoved ? 'is not' : 'is', null)
      .where((eb) =>
        eb.or([
          eb(sql`position(lower(${words}) in lower(target.name))`, '>', 0),
          eb(sql<string>`feed.number::text`, '=', words.replace(/^#/, '')),
        ]),
      )
      .orderBy('feed.number')
      .limit(limit)
      .execute();
    return rows.map(viewOf);
  }

  /** The same page as `list`, with how well each does. @throws {CursorError} */
  async listHealth(guildId: Snowflake, cursor?: string): Promise<Page<FeedHealth>> {
    const page = await this.list(guildId, cursor);
    const ids = page.rows.map(({ id }) => id);
    const { rows } = await sql<Omit<FeedHealth, keyof FeedView> & { readonly id: string }>`
      select feed.id, target.failures, target.last_error, target.last_polled_at, target.last_succeeded_at,
        case when feed.paused_at is null then target.next_poll_at end as next_poll_at,
        (select max(settled_at) from integrations.feed_deliveries done
          where done.feed_id = feed.id and done.state = 'sent') as last_posted_at,
        (select count(*)::int from integrations.feed_deliveries open
          where open.feed_id = feed.id and open.state in ('waiting', 'sending')) as waiting
      from integrations.feeds feed join integrations.feed_targets target on target.id = feed.followed_id
      where feed.id = any(${ids}::bigint[])
    `.execute(this.#db);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return {
      ...page,
      rows: page.rows.flatMap((feed) => {
        const health = byId.get(feed.id);
        return health ? [{ ...feed, ...health }] : [];
      }),
    };
  }

  /** Changes a feed while it is as expected; `undefined` when it is not. */
  async change(
    { guildId, number }: FeedKey,
    expected: { readonly isDeleted: boolean; readonly isPaused?: boolean },
    { options, ...values }: FeedValues,
  ): Promise<FeedView | undefined> {
    const changed = await this.#db
      .updateTable('integrations.feeds')
      .set({ ...values, ...(options && { options: toJsonb(options) }) })
      .where((eb) => eb.and({ guildId, number }))
      .where('deletedAt', expected.isDeleted ? 'is not' : 'is', null)
      .$if(expected.isPaused !== undefined, (query) =>
        query.where('pausedAt', expected.isPaused ? 'is not' : 'is', null),
      )
      .returning('id')
      .executeTakeFirst();
    return changed && this.#get({ guildId, number });
  }

  /** Pauses all that follow a target, and lets the staff of each guild be told. */
  async pauseFollowers(followedId: string, reason: PauseReason): Promise<void> {
    await this.#pauseAll(reason).where('followedId', '=', followedId).execute();
  }

  /** Pauses all that post in a channel, and lets the staff be told. */
  async pauseInChannel(guildId: Snowflake, channelId: Snowflake, reason: PauseReason): Promise<void> {
    await this.#pauseAll(reason)
      .where((eb) => eb.and({ guildId, channelId }))
      .execute();
  }

  #pauseAll(reason: PauseReason) {
    return this.#db
      .updateTable('integrations.feeds')
      .set({
        pausedAt: sql<Date>`now()`,
        pauseReason: reason,
        pausedBy: null,
        noticeDueAt: sql<Date>`now()`,
        noticeAttempts: 0,
      })
      .where('deletedAt', 'is', null)
      .where('pausedAt', 'is', null);
  }

  async #get(key: FeedKey): Promise<FeedView> {
    const found = await this.find(key);
    if (!found) throw new Error(`The feed ${key.number} of the guild ${key.guildId} is gone.`);
    return found;
  }

  #views() {
    return this.#db
      .selectFrom('integrations.feeds as feed')
      .innerJoin('integrations.feed_targets as target', 'target.id', 'feed.followedId')
      .selectAll('feed')
      .select(['target.source', 'target.name', 'target.url']);
  }
}

function viewOf(row: Targeted): FeedView {
  return { ...row, options: feedOptions.parse(row.options) };
}
