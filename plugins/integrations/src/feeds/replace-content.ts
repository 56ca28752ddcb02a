import { isDeepStrictEqual } from 'node:util';
import { UserError } from '@twi/sdk';
import type { FeedRepository } from '../database/feed-repository.ts';
import { contentOf, type FeedContent } from './feed-content.ts';
import { feedIsNot, feedTwice, noSuchFeed } from './feed-errors.ts';
import type { FeedKey, FeedView } from './feed-view.ts';
import type { FeedTransition } from './record-change.ts';

interface Replacement {
  readonly wanted: FeedContent;
  /** What it is to be like before; else it was changed since. */
  readonly expected: FeedContent | undefined;
}

/** Changes where and how a feed posts, in a transaction. @throws {UserError} see `Feeds.edit` */
export async function replaceContent(
  feeds: FeedRepository,
  key: FeedKey,
  { wanted, expected }: Replacement,
): Promise<{ readonly feed: FeedView; readonly transition: FeedTransition }> {
  await feeds.lockGuild(key.guildId);
  const found = await feeds.find(key);
  if (!found || found.deletedAt) throw new UserError(noSuchFeed());
  const before = contentOf(found);
  if (expected && !isDeepStrictEqual(before, expected))
    throw new UserError(feedIsNot('changed-since', key.number));
  if (isDeepStrictEqual(before, wanted)) throw new UserError(feedIsNot('unchanged', key.number));
  const twin = await feeds.findTwin(key.guildId, found.followedId, wanted.channelId);
  if (twin && twin.number !== key.number) throw new UserError(feedTwice(twin.number));
  const feed = await feeds.change(key, { isDeleted: false }, wanted);
  if (!feed) throw new UserError(noSuchFeed());
  return { feed, transition: { before, after: wanted } };
}
