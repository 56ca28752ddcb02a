import type { FeedSourceId } from './sources/feed-source.ts';

/** What people call the sources of feeds. */
export const SOURCE_NAMES: Readonly<Record<FeedSourceId, string>> = {
  rss: 'RSS',
  ao3: 'AO3',
  twitter: 'X',
  deviantart: 'DeviantArt',
};
