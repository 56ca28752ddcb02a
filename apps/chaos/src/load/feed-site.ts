import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As many as sites show. */
const SHOWN = 50;

/** A site with a feed that gets new items. */
export class FeedSite implements AsyncDisposable {
  /** Host and port. */
  readonly place: string;
  readonly #server: Server;
  readonly #items: readonly string[];

  private constructor(server: Server, items: readonly string[]) {
    this.#server = server;
    this.#items = items;
    this.place = `127.0.0.1:${(server.address() as AddressInfo).port}`; // -- it listens on TCP
  }

  /** @param items titles, oldest first; the site shows the newest of them whenever it is asked */
  static async start(items: readonly string[]): Promise<FeedSite> {
    const server = createServer((_, response) => response.end(render(items.slice(-SHOWN).toReversed())));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FeedSite(server, items);
  }

  get url(): string {
    return `http://${this.place}/feed`;
  }

  /** Titles of what was published, oldest first. */
  get items(): readonly string[] {
    return this.#items;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, 'close');
  }
}

function render(titles: readonly string[]): string {
  const items = titles.map(
    (title) =>
      `<item><guid isPermaLink="false">${title}</guid><title>${title}</title><link>https://example.org/${title}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`;
}
