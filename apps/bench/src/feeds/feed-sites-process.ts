import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Feeds as sites have them, with 25 items each. */
const ITEMS = 25;
const WORDS =
  'What is said of it, in as many words as summaries have on most sites that one follows. '.repeat(4);
/** How many items each feed has got since the beginning, by its path. */
const added = new Map<string, number>();

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://site.example');
  if (searchParams.has('publish')) added.set(pathname, (added.get(pathname) ?? 0) + 1);
  const last = ITEMS + (added.get(pathname) ?? 0);
  const etag = `"${last}"`;
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const items = Array.from({ length: ITEMS }, (_, index) => last - index).map(
    (number) =>
      `<item><guid isPermaLink="false">${pathname}-${number}</guid><title>Item ${number}</title><link>https://example.org${pathname}/${number}</link><pubDate>${new Date(number * 60_000).toUTCString()}</pubDate><description>${WORDS}</description></item>`,
  );
  // Every other site tells nothing by which it could be asked for changes alone.
  const headers = Number(pathname.slice(-1)) % 2 === 0 ? { etag } : {};
  response
    .writeHead(200, headers)
    .end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Feed ${pathname}</title>${items.join('')}</channel></rss>`,
    );
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo; // -- it listens on TCP
  process.send?.(port);
});
process.on('disconnect', () => process.exit());
