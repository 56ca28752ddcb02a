import {
  circuitBreaker,
  HTTPError,
  type HostRate,
  requestsPerHost,
  type RequestLimits,
  UserError,
} from '@twi/sdk';
import type { IntegrationsContext } from '../context.ts';
import { plainRefusal } from '../errors.ts';
import { ask } from '../services/ask.ts';
import type { Ao3Address } from './ao3-address.ts';
import type { Ao3List, Ao3Work } from './ao3-work.ts';
import type { FeedDocument } from '../feeds/feed-document.ts';
import { readFeedApart } from '../feeds/documents/document-reader.ts';
import { type Ao3Chapters, readChapters } from './read-chapters.ts';
import { readAuthor, readSeries } from './read-lists.ts';
import { type Ao3Tag, readTag } from './read-tag.ts';
import { readWork } from './read-work.ts';

type Lead<Kind extends Ao3Address['kind']> = Extract<Ao3Address, { kind: Kind }>;
type Http = IntegrationsContext['http'];
/** What of an answer is needed. */
type Response = { readonly body: string; readonly url: string };
type Missing = 'no-such-work' | 'no-such-series' | 'no-such-author' | 'no-such-tag';
type Query = Readonly<Record<string, string>>;
type ExtendOptions = Parameters<Http['extend']>[number];

const NAME = 'AO3';
const MISSING: ReadonlySet<number> = new Set([404, 410]);
/** Work pages are asked for by chapter, so that a long work does not come whole. */
const MAX_BYTES = 4_194_304;
/** At most 20 a minute: five at once, and one more every four seconds. */
export const AO3_RATE: HostRate = { requests: 5, perMs: 20_000 };
/** Else a work that gets a new chapter is listed before those that are new. */
export const BY_DAY: Query = { 'work_search[sort_column]': 'created_at' };
/** AO3 asks of bots that they say what they are. */
const USER_AGENT = 'TwiBotShard/1.0 (Discord bot; reads single pages for people who ask)';

export interface Ao3ClientOptions {
  /** Without a slash at the end. Default: AO3's own. */
  readonly base?: string | undefined;
  readonly rate?: HostRate;
  /** Instead of `rate`: what lets requests wait for their turn, in all processes. */
  readonly turns?: ExtendOptions | undefined;
}

/** Reads pages of the Archive of Our Own, which has no API, as a polite bot. */
export class Ao3Client {
  readonly #http: Http;
  readonly #base: string;

  constructor(
    http: Http,
    {
      base = 'https://archiveofourown.org',
      rate = AO3_RATE,
      turns = requestsPerHost(rate),
    }: Ao3ClientOptions = {},
  ) {
    this.#base = base;
    this.#http = http.extend(turns, circuitBreaker({ failures: 5, pauseMs: 60_000 }), {
      headers: { 'user-agent': USER_AGENT },
      // Each attempt takes a turn.
      retry: { limit: 1 },
      context: { maxBytes: MAX_BYTES } satisfies RequestLimits,
    });
  }

  /** @throws {UserError} where the work is not there, is not for everybody, or not revealed yet. */
  async work({ id }: Lead<'work'>): Promise<Ao3Work> {
    return ask(NAME, async () => {
      const html = await this.#page(`/works/${id}`, 'no-such-work');
      if (/<p class="notice">\s*This work is part of an ongoing challenge/.test(html))
        throw new UserError(plainRefusal('work-unrevealed'));
      return readWork(html, id, this.#base);
    });
  }

  /** The chapters of a work that are posted, first to last. @throws {UserError} as for `work`. */
  async chapters({ id }: Lead<'work'>): Promise<Ao3Chapters> {
    return ask(NAME, async () =>
      readChapters(await this.#page(`/works/${id}/navigate`, 'no-such-work'), this.#base),
    );
  }

  /** @throws {UserError} where the series is not there. */
  async series({ id }: Lead<'series'>): Promise<Ao3List> {
    const path = `/series/${id}`;
    return ask(NAME, async () =>
      readSeries(await this.#page(path, 'no-such-series'), `${this.#base}${path}`, this.#base),
    );
  }

  /** So many works of a series, from its beginning. @param page from 1. @throws {UserError} where it is not there. */
  async seriesPage({ id }: Lead<'series'>, page: number): Promise<Ao3List> {
    const path = `/series/${id}`;
    const query = { page: String(page) };
    return ask(NAME, async () =>
      readSeries(await this.#page(path, 'no-such-series', query), `${this.#base}${path}`, this.#base),
    );
  }

  /** What is posted with a tag, newest first, and the number of its feed, if it has one. @throws {UserError} where there is no such tag. */
  async tag({ name }: Lead<'tag'>): Promise<Ao3Tag> {
    return ask(NAME, async () =>
      readTag(
        await this.#page(`/tags/${encodeURIComponent(name)}/works`, 'no-such-tag', BY_DAY),
        name,
        this.#base,
      ),
    );
  }

  /** The newest works with a tag, as its feed has them: without most of what the page of a work tells. */
  async tagFeed(feedId: string): Promise<FeedDocument> {
    return ask(NAME, async () => {
      const url = `${this.#base}/tags/${feedId}/feed.atom`;
      const { body } = await this.#get(url, 'no-such-tag');
      return readFeedApart(body, url);
    });
  }

  /** The newest works of an author. @param query such as `BY_DAY`. @throws {UserError} where there is no such author. */
  async author({ user, pseud }: Lead<'author'>, query: Query = {}): Promise<Ao3List> {
    const profile = `/users/${encodeURIComponent(user)}${pseud === undefined ? '' : `/pseuds/${encodeURIComponent(pseud)}`}`;
    const shown = { url: `${this.#base}${profile}`, name: pseud ?? user };
    return ask(NAME, async () =>
      readAuthor(await this.#page(`${profile}/works`, 'no-such-author', query), shown, this.#base),
    );
  }

  /** @throws {UserError} where nothing is there, or only for people with an account. */
  async #page(path: string, missing: Missing, query: Query = {}): Promise<string> {
    const search = new URLSearchParams({ view_adult: 'true', ...query }).toString();
    const first = await this.#get(`${this.#base}${path}?${search}`, missing);
    if (!isWarning(first.body)) return first.body;
    // A redirect to the first chapter loses the consent, and then AO3 asks for it once more.
    const target = new URL(first.url);
    target.searchParams.set('view_adult', 'true');
    const second = await this.#get(target.href, missing);
    return second.body;
  }

  async #get(url: string, missing: Missing): Promise<Response> {
    try {
      const response = await this.#http.get(url);
      if (new URL(response.url).pathname === '/users/login')
        throw new UserError(plainRefusal('work-restricted'));
      return response;
    } catch (error) {
      if (error instanceof HTTPError && MISSING.has(error.response.statusCode))
        throw new UserError(plainRefusal(missing));
      throw error;
    }
  }
}

/** Whether AO3 asks first if somebody wants to see what is meant for adults. */
function isWarning(html: string): boolean {
  return html.includes('This work could have adult content');
}
