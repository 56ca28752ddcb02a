import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { Ao3 } from './ao3/ao3.ts';
import type { IntegrationsContext } from './context.ts';
import { DeviantArt } from './deviantart/deviantart.ts';
import { plainRefusal } from './errors.ts';
import { PageFeeds } from './feeds/addresses/page-feeds.ts';
import { FeedClient } from './feeds/feed-client.ts';
import { Feeds } from './feeds/feeds.ts';
import { FeedPosts } from './feeds/posts/feed-posts.ts';
import { GalleryBridge } from './gallery/gallery-bridge.ts';
import { GoogleClient } from './google/google-client.ts';
import { notingUse } from './google/noting-use.ts';
import { OpenAi } from './openai/openai.ts';
import type { Found } from './search/found.ts';
import type { SearchState } from './search/search-state.ts';
import { Quotas } from './services/quotas.ts';
import { secretOf } from './services/secret-of.ts';
import { ServiceCredentials } from './services/service-credentials.ts';
import { ServiceStatuses } from './services/service-statuses.ts';
import { Twitter } from './twitter/twitter.ts';
import { WikiClient } from './wiki/wiki-client.ts';

/** How many hits a page of `/wiki` has. */
export const WIKI_PAGE_SIZE = 5;
/** How many hits a page of `/find` has. */
export const WEB_PAGE_SIZE = 8;

/** What other sites have: works, posts, pages and answers. */
export class Integrations {
  /** Works, series and authors of the Archive of Our Own. */
  readonly ao3: Ao3;
  /** Posts and accounts on X. */
  readonly twitter: Twitter;
  /** Art on DeviantArt. */
  readonly deviantart: DeviantArt;
  /** What a model makes of conversations. */
  readonly openai: OpenAi;
  /** The gallery of a guild, where it has one. */
  readonly gallery: GalleryBridge;
  /** Secrets that administrators enter. */
  readonly credentials: ServiceCredentials;
  /** How services stand. */
  readonly statuses: ServiceStatuses;
  /** Reads feeds of any site. */
  readonly feedClient: FeedClient;
  /** What guilds follow. */
  readonly feeds: Feeds;
  /** How what feeds deliver looks. */
  readonly posts: FeedPosts;
  /** Feeds that pages name. */
  readonly pageFeeds: PageFeeds;
  readonly #context: IntegrationsContext;
  readonly #quotas = new Quotas();
  readonly #wiki: WikiClient;
  readonly #google: GoogleClient;

  constructor(context: IntegrationsContext) {
    this.#context = context;
    this.ao3 = new Ao3(context);
    this.twitter = new Twitter(context, this.#quotas);
    this.deviantart = new DeviantArt(context);
    this.openai = new OpenAi(context, this.#quotas);
    this.gallery = new GalleryBridge(context);
    this.credentials = new ServiceCredentials(context);
    this.statuses = new ServiceStatuses(context, { quotas: this.#quotas, uses: this.openai.uses });
    this.feedClient = new FeedClient(context.http);
    this.feeds = new Feeds(context, this.feedClient);
    this.posts = new FeedPosts(context);
    this.pageFeeds = new PageFeeds(context.http);
    this.#wiki = new WikiClient(context.http);
    this.#google = new GoogleClient(context.http, context.serviceAddress('google'));
  }

  /** Searches the wiki that a guild chose. */
  async searchWiki(
    guildId: Snowflake,
    { query, offset }: SearchState,
  ): Promise<{ readonly found: Found; readonly host: string }> {
    const { wikiApi: api } = await this.#context.settings.get(guildId);
    const host = URL.parse(api)?.hostname;
    if (!host) throw new UserError(plainRefusal('not-a-wiki'));
    const found = await this.#wiki.search({ api, query, offset, size: WIKI_PAGE_SIZE });
    return { found, host };
  }

  /** Searches the web with the credentials of a guild, or the bot's. */
  async searchWeb(
    guildId: Snowflake,
    { query, site, offset }: SearchState,
    { isSafe }: { readonly isSafe: boolean },
  ): Promise<Found> {
    const secret = await secretOf(this.#context, 'google', guildId);
    return notingUse(
      { quotas: this.#quotas, secret },
      this.#google.search({ secret, query, site, offset, size: WEB_PAGE_SIZE, isSafe }),
    );
  }
}
