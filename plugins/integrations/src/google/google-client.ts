import { circuitBreaker, HTTPError, requestsPerHost, type RequestLimits, UserError } from '@twi/sdk';
import { z } from 'zod';
import type { IntegrationsContext } from '../context.ts';
import { plainRefusal, refusedCredentials } from '../errors.ts';
import type { Found } from '../search/found.ts';
import { ask } from '../services/ask.ts';

type Http = IntegrationsContext['http'];

const NAME = 'Google';
const MAX_BYTES = 1_048_576;
/** Google gives the first 100 hits, and at most ten at once. */
const MOST_HITS = 100;
/** What Google says when the searches of a day are used up (Custom Search JSON API, and Google's error model). */
const USED_UP: ReadonlySet<string> = new Set([
  'dailyLimitExceeded',
  'quotaExceeded',
  'rateLimitExceeded',
  'RATE_LIMIT_EXCEEDED',
]);
const BAD_KEY: ReadonlySet<string> = new Set([
  'API_KEY_INVALID',
  'keyInvalid',
  'accessNotConfigured',
  'SERVICE_DISABLED',
]);

/** https://developers.google.com/custom-search/v1/reference/rest/v1/Search */
const answer = z.object({
  items: z
    .array(
      z.object({
        title: z.string(),
        link: z.url({ protocol: /^https?$/ }),
        snippet: z.string().default(''),
      }),
    )
    .default([]),
  searchInformation: z.object({ totalResults: z.coerce.number().optional() }).optional(),
  queries: z.object({ nextPage: z.array(z.object({ startIndex: z.number() })).optional() }).optional(),
});

const failure = z.object({
  error: z.object({
    errors: z.array(z.object({ reason: z.string().optional() })).default([]),
    details: z.array(z.object({ reason: z.string().optional() })).default([]),
  }),
});

/** What is searched for with which engine. */
export interface WebSearch {
  /** An API key and the id of an engine, joined by a colon; the id has colons of its own. */
  readonly secret: string;
  readonly query: string;
  /** Only on this site. */
  readonly site: string | undefined;
  /** From 0. */
  readonly offset: number;
  readonly size: number;
  /** Whether what is meant for adults is left out. */
  readonly isSafe: boolean;
}

/** Searches the web with Google's Programmable Search. */
export class GoogleClient {
  readonly #http: Http;

  constructor(http: Http, base = 'https://customsearch.googleapis.com') {
    this.#http = http.extend(
      requestsPerHost({ requests: 5, perMs: 1_000 }),
      circuitBreaker({ failures: 5, pauseMs: 60_000 }),
      {
        prefixUrl: base,
        retry: { limit: 1 },
        context: { maxBytes: MAX_BYTES } satisfies RequestLimits,
      },
    );
  }

  /** @throws {UserError} where the searches of the day are used up, or the key is not taken. */
  async search({ secret, query, site, offset, size, isSafe }: WebSearch): Promise<Found> {
    const colon = secret.indexOf(':');
    const searchParams = {
      cx: secret.slice(colon + 1),
      q: query,
      start: offset + 1,
      num: size,
      safe: isSafe ? 'active' : 'off',
      ...(site !== undefined && { siteSearch: site, siteSearchFilter: 'i' }),
    };
    // A key in the address would stand in errors.
    const headers = { 'x-goog-api-key': secret.slice(0, colon) };
    return ask(NAME, async () => {
      const found = await this.#get(searchParams, headers);
      const { items, searchInformation, queries } = answer.parse(found);
      const start = queries?.nextPage?.[0]?.startIndex;
      return {
        hits: items.map(({ title, link, snippet }) => ({ title, url: link, text: snippet })),
        total: searchInformation?.totalResults,
        next: start === undefined || start > MOST_HITS - size + 1 ? undefined : start - 1,
      };
    });
  }

  async #get(
    searchParams: Record<string, string | number>,
    headers: Record<string, string>,
  ): Promise<unknown> {
    try {
      return await this.#http.get('customsearch/v1', { searchParams, headers }).json();
    } catch (error) {
      const reasons = error instanceof HTTPError ? reasonsOf(error.response.body) : [];
      if (reasons.some((reason) => USED_UP.has(reason))) throw new UserError(plainRefusal('google-used-up'));
      if (reasons.some((reason) => BAD_KEY.has(reason))) throw new UserError(refusedCredentials(NAME));
      throw error;
    }
  }
}

function reasonsOf(body: unknown): string[] {
  const result = failure.safeParse(typeof body === 'string' ? jsonOf(body) : body);
  const { errors = [], details = [] } = result.data?.error ?? {};
  return [...errors, ...details].flatMap(({ reason }) => reason ?? []);
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // A proxy answers with a page, which tells nothing.
    return undefined;
  }
}
