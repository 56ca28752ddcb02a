import { circuitBreaker, requestsPerHost, type RequestLimits, UserError } from '@twi/sdk';
import { load } from '../html/load-html.ts';
import { z } from 'zod';
import type { IntegrationsContext } from '../context.ts';
import { busy, plainRefusal } from '../errors.ts';
import type { Found } from '../search/found.ts';
import { ask } from '../services/ask.ts';

type Http = IntegrationsContext['http'];

const MAX_BYTES = 1_048_576;
/** What a wiki says when it has no time (API:Errors and warnings). */
const BUSY: ReadonlySet<string> = new Set(['ratelimited', 'maxlag', 'cirrussearch-too-busy-error']);

const page = z.object({
  pageid: z.number(),
  fullurl: z.url({ protocol: /^https?$/ }),
  /** Only where the extension TextExtracts is there. */
  extract: z.string().optional(),
});

/** https://www.mediawiki.org/wiki/API:Search, with `formatversion=2`. */
const answer = z.object({
  error: z.object({ code: z.string() }).optional(),
  continue: z.object({ sroffset: z.number().int().optional() }).optional(),
  query: z
    .object({
      searchinfo: z.object({ totalhits: z.number().int().optional() }).optional(),
      search: z.array(z.object({ pageid: z.number(), title: z.string(), snippet: z.string().default('') })),
      pages: z.array(page.optional().catch(undefined)).default([]),
    })
    .optional(),
});

/** Where in a wiki is searched for what. */
export interface WikiSearch {
  /** The address of its `api.php`. */
  readonly api: string;
  readonly query: string;
  readonly offset: number;
  readonly size: number;
}

/** Searches wikis that run MediaWiki. */
export class WikiClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http.extend(
      requestsPerHost({ requests: 5, perMs: 1_000 }),
      circuitBreaker({ failures: 5, pauseMs: 60_000 }),
      { retry: { limit: 1 }, context: { maxBytes: MAX_BYTES } satisfies RequestLimits },
    );
  }

  /** @throws {UserError} where the wiki is busy, or is none. */
  async search({ api, query, offset, size }: WikiSearch): Promise<Found> {
    const body = await ask(new URL(api).hostname, () =>
      this.#http.get(api, { searchParams: parameters({ query, offset, size }) }).text(),
    );
    const result = answer.safeParse(jsonOf(body));
    if (!result.success) throw new UserError(plainRefusal('not-a-wiki'));
    return foundIn(result.data, new URL(api).hostname);
  }
}

/** One request: the list has the order and the snippets, the generator has the addresses and the extracts. */
function parameters({ query, offset, size }: Omit<WikiSearch, 'api'>): Record<string, string | number> {
  return {
    action: 'query',
    format: 'json',
    formatversion: 2,
    list: 'search',
    srsearch: query,
    srlimit: size,
    sroffset: offset,
    srprop: 'snippet',
    srinfo: 'totalhits',
    generator: 'search',
    gsrsearch: query,
    gsrlimit: size,
    gsroffset: offset,
    prop: 'info|extracts',
    inprop: 'url',
    exintro: 1,
    explaintext: 1,
    exlimit: 'max',
    exchars: 300,
  };
}

function foundIn({ error, query, continue: more }: z.output<typeof answer>, host: string): Found {
  if (error) throw new UserError(BUSY.has(error.code) ? busy(host, undefined) : plainRefusal('not-a-wiki'));
  const pages = new Map(query?.pages.flatMap((each) => (each ? [[each.pageid, each]] : [])));
  const hits = (query?.search ?? []).flatMap(({ pageid, title, snippet }) => {
    const found = pages.get(pageid);
    return found ? [{ title, url: found.fullurl, text: found.extract || load(snippet).text() }] : [];
  });
  return { hits, total: query?.searchinfo?.totalhits, next: more?.sroffset };
}

/** A site that is no wiki answers with a page. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
