import { clip, escaped, UserError } from '@twi/sdk';
import type { Integrations } from '../integrations.ts';
import { feedAddressOf } from './addresses/feed-address-of.ts';
import type { NamedFeed } from './addresses/feeds-in-page.ts';
import { sourceOfAddress } from './addresses/source-of-address.ts';
import { otherSource, pageWithFeeds, pageWithoutFeed } from './feed-command-errors.ts';
import type { FeedView } from './feed-view.ts';
import type { NewFeed } from './feeds.ts';

/** So many feeds of a page are told; more are for nobody. */
const MOST_NAMED = 5;
const LONGEST_TITLE = 80;
const LONGEST_ADDRESS = 250;

/** A feed that is followed now. */
export interface Followed {
  readonly feed: FeedView;
  /** Where the feed is that the page names which was given instead. */
  readonly foundAt: string | undefined;
}

/**
 * Follows what somebody typed. Instead of a feed they may give a page: of a site whose feeds are known, or one that names
 * its feed.
 *
 * @throws {UserError} `integrations.other-source`, `integrations.page-without-feed`, `integrations.page-with-feeds`, and
 * those of `Feeds.add`.
 */
export async function followTarget({ feeds, pageFeeds }: Integrations, wanted: NewFeed): Promise<Followed> {
  if (wanted.source !== 'rss') return { feed: await feeds.add(wanted), foundAt: undefined };
  const address = feedAddressOf(wanted.target);
  const other = sourceOfAddress(address);
  if (other) throw new UserError(otherSource(other));
  try {
    return { feed: await feeds.add({ ...wanted, target: address }), foundAt: undefined };
  } catch (error) {
    if (!(error instanceof UserError) || error.identifier !== 'integrations.not-a-feed') throw error;
    const foundAt = onlyOne(await pageFeeds.in(address));
    return { feed: await feeds.add({ ...wanted, target: foundAt }), foundAt };
  }
}

/** The feed that a page names. @throws {UserError} where it names none, or several. */
function onlyOne(named: readonly NamedFeed[]): string {
  const [first, ...others] = named.filter(({ url }) => url.length <= LONGEST_ADDRESS);
  if (!first) throw new UserError(pageWithoutFeed());
  if (others.length === 0) return first.url;
  const lines = [first, ...others].slice(0, MOST_NAMED).map(lineOf);
  throw new UserError(pageWithFeeds(lines.join('\n')));
}

function lineOf({ title, url }: NamedFeed): string {
  const named = title === '' ? '' : ` ${clip(escaped(title), LONGEST_TITLE)}`;
  // Nothing in it is formatted between these, and an address holds none of them.
  return `- \`${url.replaceAll('`', '%60')}\`${named}`;
}
