import { UpstreamError, UserError } from '@twi/sdk';
import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { FeedClient } from '../src/feeds/feed-client.ts';
import { readFeed } from '../src/feeds/read-feed.ts';
import { integrationsPlugin } from '../src/index.ts';
import { pluginContext } from './plugin-context.ts';
import { Web } from './web.ts';

const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>News &amp; more</title><link>/home</link>
<item><guid isPermaLink="false">g1</guid><title>One &lt;b&gt;bold&lt;/b&gt;</title><link>/one</link><author>a@example.org (Cat)</author>
<pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate><description><![CDATA[<p>Hi</p><script>alert(1)</script><p>there</p>]]></description></item>
<item><title>No id</title><pubDate>some day</pubDate><link>javascript:alert(1)</link></item><item></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Works</title><link rel="self" href="/f"/><link href="https://example.org/"/>
<entry><id>tag:1</id><title>A</title><link rel="alternate" href="/works/1"/><updated>2024-03-05T10:00:00Z</updated><author><name>Cat</name></author>
<summary type="html">&lt;p&gt;S&lt;/p&gt;</summary></entry></feed>`;

let web: Web;
let bot: TestBot;
let client: FeedClient;
beforeAll(async () => {
  web = await Web.start();
  bot = await startTestBot({ plugins: [integrationsPlugin], privatePlaces: [web.place] });
  client = new FeedClient(pluginContext().http);
});
beforeEach(() => web.reset());
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  web.close();
});

test('RSS is read: relative addresses, HTML, what is missing, and addresses that nobody should open', async () => {
  expect(readFeed(RSS, 'https://example.org/feed')).toEqual({
    title: 'News & more',
    url: 'https://example.org/home',
    items: [
      {
        id: 'g1',
        title: 'One bold',
        url: 'https://example.org/one',
        publishedAt: new Date('2024-03-05T10:00:00Z'),
        author: 'Cat',
        text: 'Hi\n\nthere',
        pictures: [],
        tags: [],
        isAdult: false,
      },
      {
        id: 'javascript:alert(1)',
        title: 'No id',
        url: undefined,
        publishedAt: undefined,
        author: undefined,
        text: undefined,
        pictures: [],
        tags: [],
        isAdult: false,
      },
    ],
  });
});

test('Atom and JSON are read', async () => {
  expect(readFeed(ATOM, 'https://example.org/f')).toMatchObject({
    title: 'Works',
    url: 'https://example.org/',
    items: [{ id: 'tag:1', url: 'https://example.org/works/1', author: 'Cat', text: 'S' }],
  });
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'J',
    items: [{ id: '1', content_text: 'hey' }],
  };
  expect(readFeed(JSON.stringify(json), 'https://example.org/f')).toMatchObject({
    title: 'J',
    items: [{ id: '1', text: 'hey' }],
  });
});

test('a feed is fetched again only when it changed', async () => {
  web.answers.set('/feed', ({ headers }) =>
    headers['if-none-match'] === '"v1"' && headers['if-modified-since'] === 'Tue, 05 Mar 2024 10:00:00 GMT'
      ? { status: 304 }
      : { headers: { etag: '"v1"', 'last-modified': 'Tue, 05 Mar 2024 10:00:00 GMT' }, body: RSS },
  );

  const first = await client.fetch(`${web.base}/feed`);
  if (first.isUnchanged) throw new Error('It was never fetched before.');
  expect(first.feed.items).toHaveLength(2);
  expect(first.movedTo).toBeUndefined();
  await expect(client.fetch(`${web.base}/feed`, first.validators)).resolves.toMatchObject({
    isUnchanged: true,
  });
});

test('a feed that moved for good says where to, one that moved for now does not', async () => {
  web.page('/new', ATOM);
  web.answers.set('/old', () => ({ status: 301, headers: { location: '/new' } }));
  web.answers.set('/detour', () => ({ status: 302, headers: { location: '/old' } }));

  await expect(client.fetch(`${web.base}/old`)).resolves.toMatchObject({ movedTo: `${web.base}/new` });
  await expect(client.fetch(`${web.base}/detour`)).resolves.toMatchObject({ movedTo: undefined });
});

test.each([
  ['in its header', 'text/xml; charset=iso-8859-1', '<?xml version="1.0"?>'],
  ['in its prolog', 'text/xml', '<?xml version="1.0" encoding="ISO-8859-1"?>'],
])('an encoding named %s is kept to', async (_, type, prolog) => {
  const body = Buffer.from(`${prolog}${RSS.slice(RSS.indexOf('<rss')).replace('News', 'Ünde')}`, 'latin1');
  web.answers.set('/feed', () => ({ headers: { 'content-type': type }, body }));

  await expect(client.fetch(`${web.base}/feed`)).resolves.toMatchObject({ feed: { title: 'Ünde & more' } });
});

test.each([
  [{ status: 410 }, 'integrations.feed-gone'],
  [{ status: 404 }, 'integrations.feed-missing'],
  [{ body: '<html><body>Hello</body></html>' }, 'integrations.not-a-feed'],
  [{ body: '' }, 'integrations.not-a-feed'],
  [{ status: 429, headers: { 'retry-after': '900' } }, 'integrations.busy-until'],
])('what is no feed is refused in words: %j', async (answer, identifier) => {
  web.answers.set('/feed', () => answer);

  const error: unknown = await client.fetch(`${web.base}/feed`).catch((cause: unknown) => cause);

  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ identifier });
});

test('a site in trouble is no fault of the person, and a private address is not opened', async () => {
  web.page('/feed', 'Oh no', { status: 500 });

  await expect(client.fetch(`${web.base}/feed`)).rejects.toBeInstanceOf(UpstreamError);
  await expect(client.fetch('http://127.0.0.1:1/feed')).rejects.toBeInstanceOf(UserError);
  await expect(client.fetch('http://[::ffff:10.0.0.1]/feed')).rejects.toBeInstanceOf(UserError);
});
