import { createHash } from 'node:crypto';
import type { FeedItem } from '../feed-item.ts';

/** Parameters that sites add to addresses to see where readers come from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|ref|source)$/i;
/** Less does not tell items apart by itself. */
const TELLING_LENGTH = 40;
/** 96 bits: with a million items, two have the same with a chance of 1 in 10^17. */
const HASH_LENGTH = 16;

/** By what an item is recognised. */
export interface ItemHashes {
  readonly idHash: string;
  readonly urlHash: string | null;
  /** Of its words and its date; `null` where there is too little to tell it apart by. */
  readonly contentHash: string | null;
}

export function hashesOf({ id, url, title = '', text = '', publishedAt }: FeedItem): ItemHashes {
  const isTelling = text.length >= TELLING_LENGTH || (publishedAt !== undefined && title !== '');
  return {
    idHash: hashOf(id),
    urlHash: url === undefined ? null : addressHash(url),
    contentHash: isTelling ? hashOf(JSON.stringify([title, text, publishedAt?.getTime()])) : null,
  };
}

/** Of an address without what changes while it leads to the same page; the front page of a site tells nothing. */
function addressHash(url: string): string | null {
  const parsed = URL.parse(url);
  if (!parsed) return hashOf(url);
  const parameters = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
  const query = parameters.length === 0 ? '' : `?${new URLSearchParams(parameters).toString()}`;
  const page = `${parsed.pathname.replace(/\/$/, '')}${query}${parsed.hash}`;
  return page === '' ? null : hashOf(`${parsed.host.replace(/^www\./, '')}${page}`);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, HASH_LENGTH);
}
