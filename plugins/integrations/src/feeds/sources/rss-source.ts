import { UserError } from '@twi/sdk';
import { z } from 'zod';
import { parseAo3Address } from '../../ao3/ao3-address.ts';
import { badFeedTarget } from '../feed-errors.ts';
import type { FeedClient, FeedValidators } from '../feed-client.ts';
import type { FeedEntry } from '../feed-document.ts';
import type { NewFeedItem } from '../feed-item.ts';
import { itemOfEntry } from './ao3-targets.ts';
import type { FeedSource, Reading, TargetAddress, TargetToRead } from './feed-source.ts';

const INTERVAL_MS = 900_000;
const LONGEST_ADDRESS = 1_000;

const validators = z.object({
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  digest: z.string().optional(),
}) satisfies z.ZodType<FeedValidators>;

/** Feeds of any site: RSS, Atom, RDF and JSON. Their key is their address. */
export class RssSource implements FeedSource {
  readonly #client: FeedClient;

  constructor(client: FeedClient) {
    this.#client = client;
  }

  intervalOf(): number {
    return INTERVAL_MS;
  }

  async locate(typed: string): Promise<TargetAddress> {
    const trimmed = typed
      .trim()
      .replace(/^<(.*)>$/, '$1')
      .replace(/^feed:(?:\/\/)?/i, '');
    const url = URL.parse(/^https?:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
    const key = url && keyOf(url);
    if (!key || !url.hostname.includes('.')) throw new UserError(badFeedTarget('rss'));
    return { key };
  }

  async read({ key, state }: TargetToRead): Promise<Reading> {
    const fetched = await this.#client.fetch(key, validators.catch({}).parse(state));
    const { freshForMs } = fetched;
    const moved = fetched.movedTo === undefined ? undefined : URL.parse(fetched.movedTo);
    const basis = { freshForMs, movedTo: moved ? keyOf(moved) : undefined };
    if (fetched.isUnchanged) return { ...basis, state, isUnchanged: true };
    const { feed } = fetched;
    return {
      ...basis,
      isUnchanged: false,
      state: { ...fetched.validators },
      name: feed.title ?? new URL(key).hostname,
      url: feed.url ?? key,
      items: feed.items.map(isOfAo3(key) ? itemOfEntry : itemOf),
      hasTrustedIds: false,
      isExcerpt: true,
    };
  }
}

/** The one spelling of an address; `undefined` where it is too long. */
function keyOf(url: URL): string | undefined {
  const plain = new URL(url);
  plain.hash = '';
  return plain.href.length <= LONGEST_ADDRESS ? plain.href : undefined;
}

/** A feed of AO3 says in words alone which works are for adults. */
function isOfAo3(key: string): boolean {
  return parseAo3Address(new URL('/works/1', key).href) !== undefined;
}

function itemOf(entry: FeedEntry): NewFeedItem {
  const { pictures, tags, ...told } = entry;
  return { kind: 'entry', ...told, pictures: [...pictures], tags: [...tags] };
}
