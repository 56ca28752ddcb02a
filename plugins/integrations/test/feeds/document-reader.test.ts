import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { feedsInPageApart, readFeedApart } from '../../src/feeds/documents/document-reader.ts';
import { readFeed } from '../../src/feeds/read-feed.ts';
import { entries, rss } from './feed-scene.ts';

const BASE = 'https://example.org/feed';

test('what is read in a thread of its own is what is read here', async () => {
  const feed = rss(entries(30, 1));

  expect(await readFeedApart(feed, BASE)).toEqual(readFeed(feed, BASE));
});

test('a large feed does not stop the bot', async () => {
  const text = `<p>${'What is said of it. '.repeat(35)}</p>`.replaceAll('<', '&lt;');
  const feed = rss(entries(4_000, 1).map((item) => ({ ...item, text })));
  expect(feed.length).toBeGreaterThan(3_000_000);
  await readFeedApart(rss([]), BASE);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const started = performance.now();

  const { items } = await readFeedApart(feed, BASE);

  delay.disable();
  expect(items).toHaveLength(4_000);
  // Here it would stand still for all of that time; only what came back is put together here.
  expect(delay.max / 1e6).toBeLessThan((performance.now() - started) / 2);
}, 60_000);

test('of feeds that are read at once, one that is none spoils none of the others', async () => {
  const feeds = [rss(entries(2, 1)), 'no feed', `<rss>${'<a>'.repeat(100_000)}`, rss(entries(3, 1))];

  const read = await Promise.allSettled(feeds.map((feed) => readFeedApart(feed, BASE)));

  expect(read.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
});

test('what was made to take for ever is given up, and the next feed is read', async () => {
  // Unclosed elements one in the other: the longer, the more slowly by far.
  const page = '<div><a href=x>'.repeat(250_000);
  const [slow, feed] = await Promise.allSettled([
    feedsInPageApart(page, BASE),
    readFeedApart(rss(entries(2, 1)), BASE),
  ]);

  expect(slow).toMatchObject({ status: 'rejected' });
  expect(feed).toMatchObject({ status: 'fulfilled' });
}, 90_000);
