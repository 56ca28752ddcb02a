import { container } from '@sapphire/pieces';
import { startTestBot, type TestBot, type TestGuild, textOf } from '@twi/testing';
import { sql } from 'kysely';
import type { FeedChange } from '../../src/feeds/feeds.ts';
import type { FeedView } from '../../src/feeds/feed-view.ts';
import { integrationsPlugin } from '../../src/index.ts';
import { type Answer, Web } from '../web.ts';

export interface RssItem {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  readonly date?: string;
  readonly text?: string;
}

/** A feed as sites have them, newest first. */
export function rss(items: readonly RssItem[], title = 'News'): string {
  const inner = items.map(
    ({ id, title: name, link, date, text }) =>
      `<item>${id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`}${tag('title', name)}${tag('link', link)}${tag('pubDate', date)}${tag('description', text)}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${title}</title><link>https://example.org/</link>${inner.join('')}</channel></rss>`;
}

function tag(name: string, value: string | undefined): string {
  return value === undefined ? '' : `<${name}>${value}</${name}>`;
}

/** An item as most sites have it. */
export function entry(number: number, rest: RssItem = {}): RssItem {
  return {
    id: `id-${number}`,
    title: `Item ${number}`,
    link: `https://example.org/${number}`,
    date: new Date(Date.UTC(2026, 0, 1, 0, number)).toUTCString(),
    text: `What is said of ${number}`,
    ...rest,
  };
}

/** Entries from one number down to another. */
export function entries(from: number, to: number): RssItem[] {
  return Array.from({ length: from - to + 1 }, (_, index) => entry(from - index));
}

/** A bot, and the sites that it reads: any name leads to a local server. */
export class FeedScene implements AsyncDisposable {
  readonly bot: TestBot;
  readonly web: Web;
  #hosts = 0;

  private constructor(bot: TestBot, web: Web) {
    this.bot = bot;
    this.web = web;
  }

  static async start(): Promise<FeedScene> {
    const web = await Web.start();
    const bot = await startTestBot({
      plugins: [integrationsPlugin],
      privatePlaces: [web.place],
      resolveHost: async () => [{ address: '127.0.0.1', family: 4 }],
      serviceAddresses: { ao3: web.base, twitter: web.base, deviantart: web.base },
      encryptionKeys: [new Uint8Array(32).fill(7)],
      serviceSecrets: { twitter: 'token-of-the-bot', deviantart: '1:secret' },
    });
    return new FeedScene(bot, web);
  }

  get feeds() {
    return container.integrations.feeds;
  }

  get db() {
    return this.bot.database.handle.db;
  }

  /** A site of its own, since a host is asked only so often. */
  site(): { readonly url: string; readonly path: string } {
    this.#hosts += 1;
    const path = `/feed-${this.#hosts}`;
    return { path, url: `http://site-${this.#hosts}.example:${this.web.place.split(':')[1]}${path}` };
  }

  serve(path: string, items: readonly RssItem[], rest: Omit<Answer, 'body'> = {}): void {
    this.web.page(path, rss(items), rest);
  }

  guild(): Promise<TestGuild> {
    return this.bot.guild({ enable: ['integrations'] });
  }

  add(
    guild: TestGuild,
    target: string,
    rest: { readonly channelId?: string; readonly source?: 'rss' | 'ao3' | 'twitter' | 'deviantart' } = {},
  ): Promise<FeedView> {
    return this.feeds.add({
      guildId: guild.id,
      userId: guild.owner.id,
      source: 'rss',
      target,
      channelId: guild.channelId,
      ...rest,
    });
  }

  /** Lets the time pass in which each feed is read once more, and does all that is due. */
  async pass(duration = '20m'): Promise<void> {
    await this.bot.clock.advance(duration);
    await this.freeTurns();
    await this.feeds.work();
  }

  /** AO3 is asked slowly, which tests need not wait for. */
  async freeTurns(): Promise<void> {
    await sql`update integrations.request_turns set full_at = now() - interval '1 hour'`.execute(this.db);
  }

  /** How often a page was asked for. */
  countAsked(path: string): number {
    return this.web.asked.filter(({ url }) => url.pathname === path).length;
  }

  /** What a channel shows, by what each post is called. */
  posts(channelId: string, pattern = /Item [\w.-]+/): string[] {
    return this.bot.sandbox
      .messages(channelId)
      .map((message) => pattern.exec(textOf(message))?.[0] ?? `?? ${textOf(message)}`);
  }

  key(feed: FeedView, guild: TestGuild): FeedChange {
    return { guildId: guild.id, number: feed.number, userId: guild.owner.id };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.bot[Symbol.asyncDispose]();
    this.web.close();
  }
}
