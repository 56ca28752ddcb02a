import type { IntegrationsContext } from '../../context.ts';
import { type BehindFeed, FeedDeliveryRepository } from '../../database/feed-delivery-repository.ts';
import { FeedItemRepository } from '../../database/feed-item-repository.ts';
import { FeedRepository } from '../../database/feed-repository.ts';
import type { FeedPosts } from '../posts/feed-posts.ts';

const AT_ONCE = 20;
/** Of a longer gap, the rest is left out unseen: filters are asked about so many. */
const MOST_LOOKED_AT = 200;

/**
 * Records what feeds are going to post of what their targets have brought: oldest first, and of a long gap the newest
 * alone, with how many were left out.
 *
 * @returns how many feeds there were.
 */
export async function planDeliveries(context: IntegrationsContext, posts: FeedPosts): Promise<number> {
  return context.db.transaction().execute(async (transaction) => {
    const deliveries = new FeedDeliveryRepository(transaction);
    const parts = {
      deliveries,
      items: new FeedItemRepository(transaction),
      feeds: new FeedRepository(transaction),
    };
    const behind = await deliveries.lockBehind(AT_ONCE);
    for (const feed of behind) await plan(context, posts, { feed, ...parts });
    return behind.length;
  });
}

interface PlanOptions {
  readonly feed: BehindFeed;
  readonly deliveries: FeedDeliveryRepository;
  readonly items: FeedItemRepository;
  readonly feeds: FeedRepository;
}

async function plan(
  { settings }: IntegrationsContext,
  posts: FeedPosts,
  { feed, deliveries, items, feeds }: PlanOptions,
): Promise<void> {
  const { feedCatchUp: most } = await settings.get(feed.guildId);
  const view = await feeds.find(feed);
  if (!view) return;
  const found = await items.listAfter(feed.followedId, feed.afterItemId, MOST_LOOKED_AT);
  const wanted = found.items.filter(({ item }) => item && posts.accepts(item, view.options));
  // What Discord would not take for a while waits still, and is part of the gap.
  const waiting = await deliveries.listWaiting(feed.id);
  const chosen = wanted.slice(-most);
  const dropped = waiting.slice(0, Math.max(0, waiting.length + chosen.length - most));
  await deliveries.skip(dropped.map(({ id }) => id));
  await deliveries.plan(feed, {
    itemIds: chosen.map(({ id }) => id),
    // What was forgotten meanwhile is not there to be listed.
    until: later(feed.lastItemId, found.items.at(-1)?.id ?? '0'),
  });
  const before = waiting.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const leftOut =
    before + dropped.length + (wanted.length - chosen.length) + (found.count - found.items.length);
  await deliveries.noteLeftOut(feed.id, leftOut);
}

function later(left: string, right: string): string {
  return BigInt(left) > BigInt(right) ? left : right;
}
