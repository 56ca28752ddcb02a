import type { Message } from 'discord.js';
import type { IntegrationsContext } from '../../context.ts';
import {
  type ClaimedFeed,
  type Delivery,
  FeedDeliveryRepository,
} from '../../database/feed-delivery-repository.ts';
import { FeedItemRepository } from '../../database/feed-item-repository.ts';
import { FeedRepository } from '../../database/feed-repository.ts';
import type { FeedItem } from '../feed-item.ts';
import type { FeedView } from '../feed-view.ts';
import type { FeedPosts } from '../posts/feed-posts.ts';
import { problemOf } from './delivery-problem.ts';
import { type FeedChannel, fetchFeedChannel } from './feed-channel.ts';
import { findSent } from './find-sent.ts';
import { ItemPoster } from './item-poster.ts';

const FIRST_RETRY_MS = 15_000;
const LONGEST_RETRY_MS = 900_000;
/** Nine hours of them. What then still fails would never come, and all that follows it neither. */
const MOST_ATTEMPTS = 40;

/**
 * Posts what is recorded for a feed, in order: each delivery is begun in the database before it is sent and settled
 * afterwards, so that what a crash interrupts is looked for in the channel instead of being posted again.
 */
export class FeedSender {
  readonly #context: IntegrationsContext;
  readonly #posts: FeedPosts;
  readonly #deliveries: FeedDeliveryRepository;
  readonly #items: FeedItemRepository;
  readonly #feeds: FeedRepository;
  readonly #poster = new ItemPoster();

  constructor(context: IntegrationsContext, posts: FeedPosts) {
    this.#context = context;
    this.#posts = posts;
    this.#deliveries = new FeedDeliveryRepository(context.db);
    this.#items = new FeedItemRepository(context.db);
    this.#feeds = new FeedRepository(context.db);
  }

  /** Posts what a claimed feed has waiting, until Discord does not take it. */
  async send(claimed: ClaimedFeed, { isStopping }: { readonly isStopping: () => boolean }): Promise<void> {
    try {
      while (!isStopping()) {
        const delivery = await this.#deliveries.begin(claimed);
        if (!delivery || !(await this.#deliver(claimed, delivery))) break;
      }
    } finally {
      await this.#deliveries.release(claimed);
    }
  }

  /** @returns whether the next one may follow. */
  async #deliver(claimed: ClaimedFeed, delivery: Delivery): Promise<boolean> {
    try {
      await this.#attempt(claimed, delivery);
      return true;
    } catch (error) {
      return this.#concede(claimed, delivery, error);
    }
  }

  async #attempt(claimed: ClaimedFeed, delivery: Delivery): Promise<void> {
    const feed = await this.#feeds.find(claimed);
    const kept = await this.#items.get(delivery.itemId);
    // Its filters may have been changed since it was recorded.
    if (!feed || !kept?.item || !this.#posts.accepts(kept.item, feed.options))
      return this.#deliveries.markUnsent(delivery, 'skipped');
    const guild = await this.#context.client.guilds.fetch(feed.guildId);
    const channel = await fetchFeedChannel(guild, feed.channelId);
    if (!channel) return this.#close(claimed, delivery, 'channel-gone');
    const message = await this.#post(channel, { feed, delivery, item: kept.item });
    if (!message) return this.#deliveries.markUnsent(delivery, 'skipped');
    await this.#deliveries.markSent(delivery, message);
    await this.#tell(kept.item, feed, message);
  }

  /** Posts an item unless it is there already. @returns `undefined` where it is not shown. */
  async #post(
    channel: FeedChannel,
    {
      feed,
      delivery,
      item,
    }: { readonly feed: FeedView; readonly delivery: Delivery; readonly item: FeedItem },
  ): Promise<Message<true> | undefined> {
    const { id, state, attemptedAt, leftOut } = delivery;
    const nonce = `feed-${id}`;
    if (state === 'sending' && attemptedAt) {
      const options = { item, nonce, since: attemptedAt, deliveries: this.#deliveries };
      const sent = await findSent(channel, options);
      if (sent) return sent;
    }
    const post = await this.#posts.render(item, { feed, channel, leftOut });
    return post && this.#poster.post(channel, post, nonce);
  }

  async #concede(claimed: ClaimedFeed, delivery: Delivery, error: unknown): Promise<boolean> {
    const problem = problemOf(error);
    this.#context.logger.debug(`The delivery ${delivery.id} of a feed failed: ${problem}.`, error);
    if (problem === 'refused' || (problem === 'uncertain' && delivery.attempts >= MOST_ATTEMPTS)) {
      this.#context.logger.warn(`The delivery ${delivery.id} of a feed is given up.`, error);
      await this.#deliveries.markUnsent(delivery, 'failed');
      return true;
    }
    if (problem === 'uncertain') {
      const delayMs = Math.min(FIRST_RETRY_MS * 2 ** delivery.attempts, LONGEST_RETRY_MS);
      await this.#deliveries.postpone(delivery, { delayMs, isUncertain: true });
      return false;
    }
    await this.#close(claimed, delivery, problem);
    return false;
  }

  /** Nothing can be posted there, so nothing more is tried. What waits goes on when somebody resumes it. */
  async #close(
    { guildId, number }: ClaimedFeed,
    delivery: Delivery,
    reason: 'channel-gone' | 'no-permission',
  ): Promise<void> {
    await this.#deliveries.postpone(delivery, { delayMs: 0, isUncertain: delivery.state === 'sending' });
    const feed = await this.#feeds.find({ guildId, number });
    if (feed) await this.#feeds.pauseInChannel(guildId, feed.channelId, reason);
  }

  /** It is posted whatever becomes of this. */
  async #tell(item: FeedItem, feed: FeedView, message: Message<true>): Promise<void> {
    try {
      await this.#posts.sent(item, feed, message);
    } catch (error) {
      this.#context.logger.warn(`What follows a post of the feed ${feed.id} failed.`, error);
    }
  }
}
