import { describe, expect, test } from 'vitest';
import { feedAddressOf } from '../src/feeds/addresses/feed-address-of.ts';
import { feedsInPage } from '../src/feeds/addresses/feeds-in-page.ts';
import { sourceOfAddress } from '../src/feeds/addresses/source-of-address.ts';

const CHANNEL = 'UCuAXFkgsw1L7xaCfnd5JJOw';
const VIDEOS = 'https://www.youtube.com/feeds/videos.xml';

test.each([
  [`https://www.youtube.com/channel/${CHANNEL}/videos`, `${VIDEOS}?channel_id=${CHANNEL}`],
  ['youtube.com/playlist?list=PLabcdefghij_-12', `${VIDEOS}?playlist_id=PLabcdefghij_-12`],
  ['https://www.youtube.com/@somebody', 'https://www.youtube.com/@somebody'],
  ['https://old.reddit.com/r/WanderingInn/', 'https://www.reddit.com/r/WanderingInn/new/.rss'],
  ['https://www.reddit.com/user/some-body', 'https://www.reddit.com/user/some-body/submitted/.rss'],
  ['https://www.reddit.com/r/a/comments/1/b', 'https://www.reddit.com/r/a/comments/1/b'],
  ['https://somebody.tumblr.com', 'https://somebody.tumblr.com/rss'],
  ['https://www.tumblr.com/somebody', 'https://somebody.tumblr.com/rss'],
  ['https://somebody.tumblr.com/tagged/cats', 'https://somebody.tumblr.com/tagged/cats'],
  ['https://bsky.app/profile/some.body', 'https://bsky.app/profile/some.body/rss'],
  [
    'https://github.com/discordjs/discord.js/releases',
    'https://github.com/discordjs/discord.js/releases.atom',
  ],
  [' <example.org/feed> ', 'https://example.org/feed'],
  ['feed://example.org/feed', 'https://example.org/feed'],
  ['http://constructor/', 'http://constructor/'],
  ['not an address', 'not an address'],
])('the feed of %s is at %s', (typed, address) => {
  expect(feedAddressOf(typed)).toBe(address);
});

test.each([
  ['https://mobile.twitter.com/cat', 'twitter'],
  ['https://www.deviantart.com/cat', 'deviantart'],
  ['https://archiveofourown.org/works/123', 'ao3'],
  ['https://archiveofourown.org/tags/1/feed.atom', undefined],
  ['https://example.org/feed', undefined],
  ['not an address', undefined],
])('%s is read best as %s', (address, source) => {
  expect(sourceOfAddress(address)).toBe(source);
});

const page = (links: string) => `<html><head>${links}</head><body><a href="/feed">RSS</a></body></html>`;
const link = (href: string, type: string, title = '') =>
  `<link rel="alternate" type="${type}" title="${title}" href="${href}">`;
const urlsIn = (links: string) => feedsInPage(page(links), 'https://example.org/').map(({ url }) => url);

describe('a page', () => {
  test('names its feeds once each, with addresses that can be asked for', () => {
    const links = [
      link('/feed.xml', 'application/rss+xml', ' News '),
      link('feed.xml', 'application/rss+xml; charset=utf-8'),
      link('//other.example.org/atom', 'application/atom+xml'),
      link('/print', 'text/html'),
      link('javascript:alert(1)', 'application/rss+xml'),
      '<link rel="stylesheet" type="application/rss+xml" href="/no">',
    ];
    expect(feedsInPage(page(links.join('')), 'https://example.org/')).toEqual([
      { url: 'https://example.org/feed.xml', title: 'News' },
      { url: 'https://other.example.org/atom', title: '' },
    ]);
  });

  test('is not followed for its comments, unless it has nothing else', () => {
    const own = link('/feed/', 'application/rss+xml', 'Blog');
    const comments = link('/comments/feed/', 'application/rss+xml', 'Blog » Comments');
    expect(urlsIn(own + comments)).toEqual(['https://example.org/feed/']);
    expect(urlsIn(comments)).toEqual(['https://example.org/comments/feed/']);
  });

  test('may say what its addresses are relative to, and may be no page at all', () => {
    const base = '<base href="https://cdn.example.org/site/">';
    expect(feedsInPage(page(base + link('f.xml', 'application/rss+xml')), 'https://example.org/')).toEqual([
      { url: 'https://cdn.example.org/site/f.xml', title: '' },
    ]);
    expect(feedsInPage('{"not":"html"}', 'https://example.org/')).toEqual([]);
  });
});
