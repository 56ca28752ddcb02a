import { describe, expect, test } from 'vitest';
import { readFeed } from '../src/feeds/read-feed.ts';

const BASE = 'https://example.org/feed';
const MEDIA =
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';

const rss = async (inner: string) =>
  readFeed(
    `<rss version="2.0" ${MEDIA}><channel><title>F</title><item><guid>1</guid><title>T</title>${inner}</item></channel></rss>`,
    BASE,
  ).items[0];
const atom = async (inner: string) =>
  readFeed(
    `<feed xmlns="http://www.w3.org/2005/Atom" ${MEDIA}><title>F</title><entry><id>1</id><title>T</title>${inner}</entry></feed>`,
    BASE,
  ).items[0];
const json = async (more: object) =>
  readFeed(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'F',
      items: [{ id: '1', content_text: 'x', ...more }],
    }),
    BASE,
  ).items[0];

describe('the picture of an entry', () => {
  test.each([
    [
      'a file beside it',
      '<enclosure url="/a.png" type="image/png" length="1"/>',
      ['https://example.org/a.png'],
    ],
    ['no sound', '<enclosure url="/a.mp3" type="audio/mpeg" length="1"/>', []],
    [
      'files of Media RSS, each once',
      '<media:content url="/a.png" medium="image"/><media:content url="/a.png" type="image/png"/><media:thumbnail url="/t.png"/>',
      ['https://example.org/a.png'],
    ],
    [
      'a preview, where there is nothing else',
      '<media:thumbnail url="/t.png"/>',
      ['https://example.org/t.png'],
    ],
    [
      'the first that its text shows, unless it counts readers',
      '<description>&lt;img src="/pixel" width="1" height="1"&gt;&lt;img src="b.png"&gt;&lt;img src="c.png"&gt;</description>',
      ['https://example.org/b.png'],
    ],
    [
      'of the whole text, though there is a short one',
      '<description>Short</description><content:encoded>&lt;img src="/b.png"&gt;</content:encoded>',
      ['https://example.org/b.png'],
    ],
    ['nothing that is not of the web', '<media:thumbnail url="javascript:alert(1)"/>', []],
  ])('in RSS is %s', async (_, inner, pictures) => {
    expect((await rss(inner))?.pictures).toEqual(pictures);
  });

  test('in Atom is a file, or what YouTube shows of a video', async () => {
    expect((await atom('<link rel="enclosure" type="image/jpeg" href="/a.jpg"/>'))?.pictures).toEqual([
      'https://example.org/a.jpg',
    ]);
    const video = await atom(
      '<media:group><media:content url="/v" type="application/x-shockwave-flash"/><media:thumbnail url="/t.jpg"/><media:description>About it</media:description></media:group>',
    );
    expect(video).toMatchObject({ pictures: ['https://example.org/t.jpg'], text: 'About it' });
  });

  test('in JSON is the one of the entry, and the files beside it', async () => {
    const attachments = [
      { url: '/a.png', mime_type: 'image/png' },
      { url: '/a.mp3', mime_type: 'audio/mpeg' },
    ];
    expect((await json({ image: '/i.png', banner_image: '/b.png', attachments }))?.pictures).toEqual([
      'https://example.org/i.png',
      'https://example.org/a.png',
    ]);
  });
});

test('tags are read in all formats', async () => {
  expect((await rss('<category>Cats &amp; dogs</category><category>News</category>'))?.tags).toEqual([
    'Cats & dogs',
    'News',
  ]);
  expect((await atom('<category term="cats" label="Cats"/><category term="dogs"/>'))?.tags).toEqual([
    'Cats',
    'dogs',
  ]);
  expect((await json({ tags: ['cats'] }))?.tags).toEqual(['cats']);
});

test('what Mastodon marks as sensitive is for adults', async () => {
  const rated =
    '<media:content url="/a.png" type="image/png"><media:rating scheme="urn:simple">adult</media:rating></media:content>';
  expect((await rss(rated))?.isAdult).toBe(true);
  expect((await rss(rated.replace('adult', 'nonadult')))?.isAdult).toBe(false);
  expect((await rss(''))?.isAdult).toBe(false);
});
