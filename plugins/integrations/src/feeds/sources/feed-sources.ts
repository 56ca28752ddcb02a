import type { IntegrationsContext } from '../../context.ts';
import type { FeedClient } from '../feed-client.ts';
import { Ao3Source } from './ao3-source.ts';
import { DeviantArtSource } from './deviantart-source.ts';
import type { FeedSource, FeedSourceId } from './feed-source.ts';
import { RssSource } from './rss-source.ts';
import { TwitterSource } from './twitter-source.ts';

/** How each kind of targets is read. */
export type FeedSources = Readonly<Record<FeedSourceId, FeedSource>>;

export function feedSources(context: IntegrationsContext, feedClient: FeedClient): FeedSources {
  return {
    rss: new RssSource(feedClient),
    ao3: new Ao3Source(context),
    twitter: new TwitterSource(context),
    deviantart: new DeviantArtSource(context),
  };
}
