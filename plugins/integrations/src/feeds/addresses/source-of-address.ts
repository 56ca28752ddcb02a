import { parseAo3Address } from '../../ao3/ao3-address.ts';
import type { FeedSourceId } from '../sources/feed-source.ts';

type Other = Exclude<FeedSourceId, 'rss'>;

const HOSTS: Readonly<Record<string, Other>> = {
  'x.com': 'twitter',
  'twitter.com': 'twitter',
  'deviantart.com': 'deviantart',
};

/** The source that reads an address better than a feed does, or `undefined` where there is none. */
export function sourceOfAddress(address: string): Other | undefined {
  const url = URL.parse(address);
  // Feeds of AO3's tags are feeds.
  if (!url || /\.(?:atom|rss|xml)$/.test(url.pathname)) return undefined;
  const host = url.hostname.replace(/^(?:www|mobile)\./, '');
  if (Object.hasOwn(HOSTS, host)) return HOSTS[host];
  return parseAo3Address(address) ? 'ao3' : undefined;
}
