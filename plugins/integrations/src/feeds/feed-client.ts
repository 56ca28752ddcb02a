import { createHash } from 'node:crypto';
import { circuitBreaker, HTTPError, requestsPerHost, type RequestLimits, UserError } from '@twi/sdk';
import type { IntegrationsContext } from '../context.ts';
import { plainRefusal } from '../errors.ts';
import { ask } from '../services/ask.ts';
import { decodeText } from './decode-text.ts';
import type { FeedDocument } from './feed-document.ts';
import { readFeedApart } from './documents/document-reader.ts';

type Http = IntegrationsContext['http'];

const MAX_BYTES = 4_194_304;
const NOT_MODIFIED = 304;
const NOT_FOUND = 404;
const GONE = 410;
/** Redirects that are meant for good (RFC 9110, section 15.4). */
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/** By what a site tells that nothing changed since last time (RFC 9110, section 13.1). */
export interface FeedValidators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Of its bytes, for sites that tell nothing. */
  readonly digest?: string | undefined;
}

/** What became of a request for a feed. */
export type FetchedFeed = {
  /** Where it is from now on, as its site says. */
  readonly movedTo: string | undefined;
  /** For how long its site says that it stays as it is, in milliseconds. */
  readonly freshForMs: number | undefined;
} & (
  | { readonly isUnchanged: true }
  | {
      readonly isUnchanged: false;
      readonly feed: FeedDocument;
      readonly validators: FeedValidators;
    }
);

/** Fetches feeds. */
export class FeedClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http.extend(
      requestsPerHost({ requests: 4, perMs: 4_000 }),
      circuitBreaker({ failures: 5, pauseMs: 60_000 }),
      {
        headers: {
          accept:
            'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5',
        },
        retry: { limit: 1 },
        context: { maxBytes: MAX_BYTES } satisfies RequestLimits,
      },
    );
  }

  /**
   * Fetches a feed, unless it is as it was.
   *
   * @throws {UserError} `integrations.feed-gone`, `integrations.feed-missing`, `integrations.not-a-feed`,
   * `integrations.busy`.
   * @throws {UpstreamError} where the site does not answer as it should.
   */
  async fetch(url: string, { etag, lastModified, digest }: FeedValidators = {}): Promise<FetchedFeed> {
    const redirects: number[] = [];
    const response = await ask(new URL(url).hostname, () =>
      this.#http
        .get(url, {
          responseType: 'buffer',
          headers: {
            ...(etag !== undefined && { 'if-none-match': etag }),
            ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
          },
          hooks: { beforeRedirect: [(_, { statusCode }) => void redirects.push(statusCode)] },
        })
        .catch(refuseMissing),
    );
    const { headers, body, statusCode, url: foundAt } = response;
    const isMoved = redirects.length > 0 && redirects.every((status) => PERMANENT.has(status));
    const basis = {
      movedTo: isMoved ? foundAt : undefined,
      freshForMs: freshFor(headers['cache-control']),
    };
    const newDigest = createHash('sha256').update(body).digest('base64url');
    if (statusCode === NOT_MODIFIED || newDigest === digest) return { ...basis, isUnchanged: true };
    return {
      ...basis,
      isUnchanged: false,
      feed: await feedIn(decodeText(body, headers['content-type']), foundAt),
      validators: { etag: headers.etag, lastModified: headers['last-modified'], digest: newDigest },
    };
  }
}

/** RFC 9111, section 5.2.2.1. */
function freshFor(cacheControl = ''): number | undefined {
  const seconds = /(?:^|[\s,])max-age="?(\d{1,9})/i.exec(cacheControl)?.[1];
  return seconds === undefined || /no-(?:cache|store)/i.test(cacheControl)
    ? undefined
    : Number(seconds) * 1_000;
}

function refuseMissing(error: unknown): never {
  const status = error instanceof HTTPError ? error.response.statusCode : undefined;
  if (status === GONE) throw new UserError(plainRefusal('feed-gone'));
  if (status === NOT_FOUND) throw new UserError(plainRefusal('feed-missing'));
  throw error;
}

async function feedIn(text: string, url: string): Promise<FeedDocument> {
  try {
    return await readFeedApart(text, url);
  } catch (cause) {
    throw Object.assign(new UserError(plainRefusal('not-a-feed')), { cause });
  }
}
