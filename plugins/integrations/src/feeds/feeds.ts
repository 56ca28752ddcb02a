import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { IntegrationsContext } from '../context.ts';
import { FeedItemRepository } from '../database/feed-item-repository.ts';
import { FeedRepository } from '../database/feed-repository.ts';
import { type FeedTarget, FeedTargetRepository } from '../database/feed-target-repository.ts';
import { assertFeedChannel } from './deliveries/feed-channel.ts';
import type { FeedClient } from './feed-client.ts';
import { feedBeingRead, feedIsNot, feedsFull, feedTwice, noSuchFeed } from './feed-errors.ts';
import type { FeedItem } from './feed-item.ts';
import type { FeedHealth, FeedKey, FeedView } from './feed-view.ts';
import type { FeedContent } from './feed-content.ts';
import { recordChange, type FeedAction, type FeedTransition } from './record-change.ts';
import { replaceContent } from './replace-content.ts';
import { FeedWorker } from './feed-worker.ts';
import { Poller } from './polling/poller.ts';
import { feedOptions, type FeedOptions } from './posts/feed-options.ts';
import type { FeedSourceId } from './sources/feed-source.ts';
import { type FeedSources, feedSources } from './sources/feed-sources.ts';

/** A process that reads a target is waited for so long. */
const PATIENCE_MS = 20_000;
const LOOK_MS = 200;
const NOW = sql<Date>`now()`;

/** What is to be posted, and where. */
export interface NewFeed {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
  readonly source: FeedSourceId;
  /** As they typed it. */
  readonly target: string;
  readonly channelId: Snowflake;
  readonly mentionRoleId?: Snowflake | undefined;
  readonly options?: FeedOptions | undefined;
}

/** A change that somebody makes to a feed. */
export interface FeedChange extends FeedKey {
  readonly userId: Snowflake;
}

/** What guilds follow on other sites, and what is posted of it. */
export class Feeds {
  readonly #context: IntegrationsContext;
  readonly #feeds: FeedRepository;
  readonly #targets: FeedTargetRepository;
  readonly #sources: FeedSources;
  readonly #poller: Poller;
  readonly #worker: FeedWorker;

  constructor(context: IntegrationsContext, feedClient: FeedClient) {
    this.#context = context;
    this.#feeds = new FeedRepository(context.db);
    this.#targets = new FeedTargetRepository(context.db);
    this.#sources = feedSources(context, feedClient);
    this.#poller = new Poller(context, this.#sources);
    this.#worker = new FeedWorker(context, this.#poller);
  }

  /**
   * Follows something from now on: it is read first, so that nothing old is posted.
   *
   * @throws {UserError} why it cannot be followed: `integrations.bad-target`, `.twice`, `.full`, `.channel`,
   * `.not-a-channel`, `.being-read`, or what its source says.
   * @throws {UpstreamError} where its site does not answer.
   */
  async add(request: NewFeed): Promise<FeedView> {
    const { guildId, userId, source, channelId, mentionRoleId = null } = request;
    await assertFeedChannel(this.#context.client, guildId, channelId);
    await this.#assertRoom(this.#feeds, guildId);
    await this.#context.ensureGuild(guildId);
    await this.#context.ensureUser(userId);
    const address = await this.#sources[source].locate(request.target, guildId);
    const options = feedOptions.parse(request.options ?? {});
    const { id } = await this.#targets.ensure(source, address);
    const followedId = await this.#readNow(id);
    return this.#context.db.transaction().execute(async (transaction) => {
      const feeds = new FeedRepository(transaction);
      await feeds.lockGuild(guildId);
      const target = await new FeedTargetRepository(transaction).lock(followedId);
      if (!target) throw new UserError(feedBeingRead());
      const twin = await feeds.findTwin(guildId, followedId, channelId);
      if (twin) throw new UserError(feedTwice(twin.number));
      await this.#assertRoom(feeds, guildId);
      const feed = await feeds.add({
        guildId,
        followedId,
        channelId,
        mentionRoleId,
        options,
        addedBy: userId,
        afterItemId: target.lastItemId,
      });
      await recordChange(this.#context, { action: 'feed-add', feed, userId, transaction });
      return feed;
    });
  }

  /** A page of what a guild follows, in the order of the numbers. @throws {CursorError} */
  list(guildId: Snowflake, cursor?: string): Promise<Page<FeedView>> {
    return this.#feeds.list(guildId, cursor);
  }

  /** The same with how well each does. @throws {CursorError} */
  health(guildId: Snowflake, cursor?: string): Promise<Page<FeedHealth>> {
    return this.#feeds.listHealth(guildId, cursor);
  }

  /** Feeds that have these words in their name, or this number. */
  suggest(
    guildId: Snowflake,
    words: string,
    { limit, isRemoved = false }: { readonly limit: number; readonly isRemoved?: boolean },
  ): Promise<FeedView[]> {
    return this.#feeds.suggest(guildId, words.trim(), { limit, isRemoved });
  }

  /** The number that somebody typed. @throws {UserError} `integrations.no-such-feed` */
  parse(typed: string): number {
    const [, number] = /^#?(\d{1,9})$/.exec(typed.trim()) ?? [];
    if (number === undefined) throw new UserError(noSuchFeed());
    return Number(number);
  }

  /** A feed that is not removed. @throws {UserError} `integrations.no-such-feed` */
  async get(key: FeedKey): Promise<FeedView> {
    const feed = await this.#feeds.find(key);
    if (!feed || feed.deletedAt) throw new UserError(noSuchFeed());
    return feed;
  }

  /** The newest item that a feed has, posted or not; `undefined` where there never was one. */
  async preview(key: FeedKey): Promise<{ readonly feed: FeedView; readonly item: FeedItem } | undefined> {
    const feed = await this.get(key);
    const found = await new FeedItemRepository(this.#context.db).findNewest(feed.followedId);
    return found?.item && { feed, item: found.item };
  }

  /** Follows something no longer; it can be taken back. @throws {UserError} `integrations.no-such-feed` */
  async remove({ userId, ...key }: FeedChange): Promise<FeedView> {
    await this.get(key);
    return this.#change({ userId, ...key }, 'feed-remove', async (feeds) => {
      const removed = await feeds.change(key, { isDeleted: false }, { deletedAt: NOW, noticeDueAt: null });
      if (!removed) throw new UserError(noSuchFeed());
      return removed;
    });
  }

  /**
   * Follows something again that was removed, under its number. What came meanwhile is old.
   *
   * @throws {UserError} `integrations.not-removed`, `.twice`, `.full`, `.channel`, `.no-such-feed`
   */
  async restore({ userId, ...key }: FeedChange): Promise<FeedView> {
    const found = await this.#feeds.find(key);
    if (!found) throw new UserError(noSuchFeed());
    if (!found.deletedAt) throw new UserError(feedIsNot('not-removed', key.number));
    await assertFeedChannel(this.#context.client, key.guildId, found.channelId);
    await this.#assertRoom(this.#feeds, key.guildId);
    const followedId = await this.#readNow(found.followedId);
    return this.#change({ userId, ...key }, 'feed-restore', async (feeds, targets) => {
      await feeds.lockGuild(key.guildId);
      const target = await targets.lock(followedId);
      const twin = await feeds.findTwin(key.guildId, followedId, found.channelId);
      if (twin) throw new UserError(feedTwice(twin.number));
      await this.#assertRoom(feeds, key.guildId);
      const restored = await feeds.change(
        key,
        { isDeleted: true },
        { deletedAt: null, afterItemId: target?.lastItemId ?? '0' },
      );
      if (!restored) throw new UserError(feedIsNot('not-removed', key.number));
      return restored;
    });
  }

  /**
   * Posts from now on where and how it says, also what waits.
   *
   * @param expected what it is to be like before; else it was changed since.
   * @throws {UserError} `integrations.unchanged`, `.changed-since`, `.twice`, `.channel`, `.not-a-channel`, `.no-such-feed`
   */
  async edit({ userId, ...key }: FeedChange, wanted: FeedContent, expected?: FeedContent): Promise<FeedView> {
    const { channelId } = await this.get(key);
    if (wanted.channelId !== channelId)
      await assertFeedChannel(this.#context.client, key.guildId, wanted.channelId);
    return this.#change({ userId, ...key }, 'feed-edit', async (feeds) =>
      replaceContent(feeds, key, { wanted, expected }),
    );
  }

  /** Posts nothing until it is resumed. @throws {UserError} `integrations.is-paused`, `.no-such-feed` */
  async pause({ userId, ...key }: FeedChange): Promise<FeedView> {
    await this.get(key);
    return this.#change({ userId, ...key }, 'feed-pause', async (feeds) => {
      const paused = await feeds.change(
        key,
        { isDeleted: false, isPaused: false },
        { pausedAt: NOW, pauseReason: 'staff', pausedBy: userId },
      );
      if (!paused) throw new UserError(feedIsNot('is-paused', key.number));
      return paused;
    });
  }

  /**
   * Goes on, with what came meanwhile: so many of it as are posted at once.
   *
   * @throws {UserError} `integrations.not-paused`, `.channel`, `.no-such-feed`
   */
  async resume({ userId, ...key }: FeedChange): Promise<FeedView> {
    const { channelId } = await this.get(key);
    await assertFeedChannel(this.#context.client, key.guildId, channelId);
    const resumed = await this.#change({ userId, ...key }, 'feed-resume', async (feeds, targets) => {
      const changed = await feeds.change(
        key,
        { isDeleted: false, isPaused: true },
        { pausedAt: null, pauseReason: null, pausedBy: null, noticeDueAt: null },
      );
      if (!changed) throw new UserError(feedIsNot('not-paused', key.number));
      await targets.wake(changed.followedId);
      return changed;
    });
    this.#worker.wake();
    return resumed;
  }

  /** Pauses all that is posted in a channel that is gone, and tells the staff. */
  async closeChannel(guildId: Snowflake, channelId: Snowflake): Promise<void> {
    await this.#feeds.pauseInChannel(guildId, channelId, 'channel-gone');
    this.#worker.wake();
  }

  /** Reads, posts and tells all that is due, and resolves when nothing is. */
  async work(): Promise<void> {
    await this.#worker.runAll();
  }

  async prune(): Promise<void> {
    await new FeedItemRepository(this.#context.db).prune();
    await this.#targets.prune();
  }

  /**
   * Reads a target now, so that all that it holds is known.
   *
   * @returns its number, which is another one where it turned out to have moved to an address that is followed already.
   */
  async #readNow(id: string): Promise<string> {
    const asked = new Date();
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const claimed = await this.#targets.claim(id);
      if (claimed) return this.#readClaimed(claimed);
      await sleep(LOOK_MS);
      const { lastSucceededAt } = await this.#targets.get(id);
      if (lastSucceededAt && lastSucceededAt > asked) return id;
      if (performance.now() > deadline) throw new UserError(feedBeingRead());
    }
  }

  async #readClaimed(claimed: FeedTarget): Promise<string> {
    try {
      const followedId = await this.#poller.read(claimed);
      this.#worker.wake();
      return followedId;
    } catch (error) {
      // Its followers hear of it when it is their turn.
      await this.#targets.release(claimed);
      throw error;
    }
  }

  async #assertRoom(feeds: FeedRepository, guildId: Snowflake): Promise<void> {
    const { feedMax } = await this.#context.settings.get(guildId);
    const count = await feeds.countLive(guildId);
    if (count >= feedMax) throw new UserError(feedsFull(count));
  }

  #change(
    { userId }: FeedChange,
    action: FeedAction,
    write: (
      feeds: FeedRepository,
      targets: FeedTargetRepository,
    ) => Promise<FeedView | { readonly feed: FeedView; readonly transition: FeedTransition }>,
  ): Promise<FeedView> {
    return this.#context.db.transaction().execute(async (transaction) => {
      await this.#context.ensureUser(userId);
      const written = await write(new FeedRepository(transaction), new FeedTargetRepository(transaction));
      const { feed, transition } = 'feed' in written ? written : { feed: written, transition: undefined };
      await recordChange(this.#context, { action, feed, userId, transaction, transition });
      return feed;
    });
  }
}
