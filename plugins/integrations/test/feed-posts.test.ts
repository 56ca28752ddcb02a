import { translatorFor } from '@twi/testing';
import fc from 'fast-check';
import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { cardLayout, type CardMessage } from '../src/cards/card-layout.ts';
import { linked, shownText } from '../src/cards/shown-text.ts';
import { type FeedItem, feedItem, type NewFeedItem } from '../src/feeds/feed-item.ts';
import { accepts } from '../src/feeds/filters/accepts.ts';
import { filterWords } from '../src/feeds/filters/filter-words.ts';
import { galleryReference } from '../src/feeds/posts/gallery-reference.ts';
import { itemCard, titleOf } from '../src/feeds/posts/item-card.ts';
import type { FeedSourceId } from '../src/feeds/sources/feed-source.ts';
import { galleryButton, parseGalleryButton } from '../src/gallery/gallery-button.ts';
import { integrationsPlugin } from '../src/index.ts';

const t = translatorFor(integrationsPlugin, 'en-US');

function item(given: Partial<NewFeedItem> = {}): FeedItem {
  return feedItem.parse({ kind: 'entry', id: '1', title: 'The Inn', ...given });
}

const work = {
  id: '123',
  title: 'The *Solstice*',
  rating: 'General Audiences',
  fandoms: ['The Wandering Inn'],
  language: 'English',
  words: 24_680,
  chapters: { posted: 4 },
};

/** All components of a message, however deep. */
function componentsOf({ components = [] }: CardMessage): readonly APIMessageTopLevelComponent[] {
  const json = components.map((each) => ('toJSON' in each ? each.toJSON() : each));
  return json as APIMessageTopLevelComponent[]; // -- builders give Discord's own shapes
}

function textsOf(message: CardMessage): string[] {
  return componentsOf(message).flatMap((each) => {
    if (each.type === ComponentType.TextDisplay) return [each.content];
    if (each.type !== ComponentType.Container) return [];
    return each.components.flatMap((inner) =>
      inner.type === ComponentType.TextDisplay ? [inner.content] : [],
    );
  });
}

function shown(given: FeedItem, source: FeedSourceId = 'rss', isSpoiler = false): string {
  return textsOf(cardLayout(itemCard(given, { source, name: 'The Feed', isSpoiler }, t))).join('\n');
}

describe('an item', () => {
  test('leads where it is from, with who wrote it, what it says, and when', () => {
    const publishedAt = new Date('2026-01-02T03:04:05Z');
    const text = shown(
      item({ url: 'https://example.org/a_(b)', author: 'cat', text: 'One.\n\n\n\nTwo.', publishedAt }),
    );
    expect(text).toBe(
      [
        '### [The Inn](<https://example.org/a_(b)>)',
        'cat',
        'One.\n\nTwo.',
        '-# RSS · The Feed · <t:1767323045:f>',
      ].join('\n'),
    );
  });

  test('is shown as it was written, and pings nobody', () => {
    const message = cardLayout(
      itemCard(
        item({ title: '[x](y) *z*', author: '# a', text: '- **bold** <@123456789012345678>\n> quote' }),
        { source: 'rss', name: '`f`', isSpoiler: false },
        t,
      ),
    );
    const text = textsOf(message).join('\n');
    expect(text).toContain(String.raw`\[x\](y) \*z\*`);
    expect(text).toContain(String.raw`\- \*\*bold\*\* \<@123456789012345678\>`);
    expect(text).toContain(String.raw`\> quote`);
    expect(message.allowedMentions).toEqual({ parse: [] });
  });

  test('without a title is called by who wrote it, or by what it begins with', () => {
    const post = item({ kind: 'post', title: undefined, author: 'Cat (@cat)', text: 'Hello' });
    expect(titleOf(post, 'Feed', t)).toBe('Cat (@cat)');
    expect(shown(post, 'twitter').match(/Cat/g)).toHaveLength(1);
    expect(titleOf(item({ title: ' ', text: 'Hello\nyou' }), 'Feed', t)).toBe('Hello');
    expect(titleOf(item({ title: undefined }), 'Feed', t)).toBe('Feed');
  });

  test('of AO3 says how long it is and what it is about; a chapter, which one it is', () => {
    const text = shown(item({ kind: 'work', title: undefined, work, tags: ['Fluff', 'Tea & Cake'] }), 'ao3');
    expect(text).toContain(String.raw`### The \*Solstice\*`);
    expect(text).toContain('-# General Audiences · 24,680 words · chapters 4/? · English');
    expect(text).toContain('-# The Wandering Inn');
    expect(text).toContain('-# Fluff, Tea & Cake');

    const chapter = { number: 4, title: 'Home' };
    expect(titleOf(item({ kind: 'chapter', work, chapter }), 'Feed', t)).toBe(
      'The *Solstice* – Chapter 4: Home',
    );
    expect(titleOf(item({ kind: 'chapter', work, chapter: { number: 4 } }), 'Feed', t)).toBe(
      'The *Solstice* – Chapter 4',
    );
  });

  test('hides its text and its pictures where they are spoilers', () => {
    const pictures = [
      'https://example.org/1.png',
      'javascript:alert(1)',
      ...Array(9).fill('https://example.org/2.png'),
    ];
    const given = item({ text: 'He || dies', pictures });
    const message = cardLayout(itemCard(given, { source: 'rss', name: 'Feed', isSpoiler: true }, t));
    const [container] = componentsOf(message);
    if (container?.type !== ComponentType.Container) throw new Error('There is no container.');
    const gallery = container.components.find(({ type }) => type === ComponentType.MediaGallery);
    expect(textsOf(message)).toContain(String.raw`||He \|\| dies||`);
    expect(gallery).toMatchObject({ items: Array.from({ length: 4 }, () => ({ spoiler: true })) });
    expect(textsOf(message).join('\n')).toContain('7 more pictures');
  });

  test('keeps to what Discord takes, whatever it holds', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 6_000 });
    const url = fc.option(fc.webUrl({ withQueryParameters: true }), { nil: undefined });
    const items = fc.record({
      title: words,
      author: words,
      text: words,
      url,
      tags: fc.array(words),
      hasVideo: fc.boolean(),
    });
    fc.assert(
      fc.property(items, words, fc.boolean(), (given, name, isSpoiler) => {
        const many = Array(30).fill('https://example.org/1.png');
        const card = itemCard(
          item({ ...given, kind: 'work', work: { ...work, title: given.title }, pictures: many }),
          { source: 'ao3', name, isSpoiler },
          t,
        );
        const texts = textsOf(cardLayout(card, { above: ['<@&123456789012345678>'] }));
        expect(texts.join('').length).toBeLessThanOrEqual(4_000);
        expect(texts.every((text) => text.trim() !== '')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('words behind a link', () => {
  test.each([
    'https://example.org/a b',
    'https://example.org/>',
    'javascript:x',
    `https://e.org/${'x'.repeat(700)}`,
  ])('are there without it where the address is %s', (url) => expect(linked('words', url)).toBe('words'));

  test('a text that is cut ends with no sign that hides the mark of the cut', () => {
    expect(shownText('ab*cd', 4)).toBe('ab…');
  });
});

const wanted = (given: FeedItem, include: string, exclude = '') =>
  accepts(given, {
    include: include === '' ? [] : filterWords('include', include),
    exclude: exclude === '' ? [] : filterWords('exclude', exclude),
  });

describe('filters', () => {
  test.each([
    ['cat', true],
    ['CAT', true],
    ['cate', false],
    ['cat in', true],
    ['dog, hat', true],
    ['dog', false],
    ['c++', true],
    ['kategorie', false],
    ['straße', true],
  ])('of the words “%s” one is there: %s', (words, isThere) => {
    expect(wanted(item({ title: 'The Cat in\n the hat', text: 'C++, categories, Straße' }), words)).toBe(
      isThere,
    );
  });

  test('what is not wanted wins, and all that people would look for is looked at', () => {
    const given = item({ author: 'Cat', tags: ['Fluff'], work: { ...work, characters: ['Erin'] } });
    expect(wanted(given, 'fluff')).toBe(true);
    expect(wanted(given, 'erin', 'general audiences')).toBe(false);
    expect(wanted(given, '', 'dog')).toBe(true);
    expect(wanted(given, '')).toBe(true);
  });

  test.each([' , ', 'x'.repeat(51), Array.from({ length: 21 }, (_, index) => `w${index}`).join(), '***'])(
    'cannot be “%s”',
    (typed) => {
      expect(() => filterWords('include', typed)).toThrow(
        expect.objectContaining({ identifier: 'integrations.bad-filter' }),
      );
    },
  );

  test('are kept once each, as they are looked for', () => {
    expect(filterWords('exclude', 'Tea  Time, tea time,Goblins,')).toEqual(['tea time', 'goblins']);
  });
});

test('art and works have a button that adds them to the gallery, also after a restart', () => {
  const art = '0A1b2c3d-0000-4000-8000-00000000000f';
  const references = [
    galleryReference(item({ id: art, kind: 'art' }), 'deviantart'),
    galleryReference(item({ kind: 'chapter', work }), 'ao3'),
  ].flatMap((reference) => reference ?? []);
  const ids = references
    .map((reference) => galleryButton(reference, t).toJSON())
    .flatMap((button) => ('custom_id' in button ? [button.custom_id] : []));
  expect(ids.map(parseGalleryButton)).toEqual([
    { kind: 'deviation', id: art.toLowerCase() },
    { kind: 'work', id: '123' },
  ]);
  expect(galleryReference(item(), 'rss')).toBeUndefined();
  expect(parseGalleryButton('integrations/add-to-gallery:ao3-x')).toBeUndefined();
});
