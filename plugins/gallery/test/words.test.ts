import { escaped } from '@twi/sdk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expiryOf } from '../src/files/expiry-of.ts';
import { readCreator } from '../src/commands/read-item-options.ts';
import { validContent, validUrl } from '../src/items/item-content.ts';
import { normaliseTag, validTags } from '../src/items/tags.ts';
import { growthOf } from '../src/replies/gallery-statistics-chart.ts';
import { tagText } from '../src/replies/tag-text.ts';
import { lastTag, tagChoices } from '../src/replies/item-choice.ts';
import {
  anotherItem,
  listPage,
  LONGEST_FILTER,
  LONGEST_QUERY,
  parseAnotherItem,
  parseListPage,
  parseSearchPage,
  searchPage,
} from '../src/replies/page-state.ts';
import { prefixQuery, searchWords } from '../src/search/search-words.ts';

describe('tags', () => {
  test('are kept in lower case, without the sign and with one space between words', () => {
    expect(validTags([' #Fan  Art ', 'FANART', '', 'fanart'])).toEqual(['fan art', 'fanart']);
  });

  test('that are normalised twice are the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        expect(normaliseTag(normaliseTag(typed))).toBe(normaliseTag(typed));
      }),
    );
  });

  test.each(['x'.repeat(31), '!!!', '123456789012345678', '<@123456789012345678>'])('%s is none', (tag) => {
    expect(() => validTags([tag])).toThrow(expect.objectContaining({ identifier: 'gallery.bad-tag' }));
  });

  test('suggestions keep what was typed before, and fit into a choice', () => {
    expect(lastTag('one, two, th')).toBe(' th');
    expect(tagChoices('one , two,th', ['two', 'three'])).toEqual([
      { name: 'one, two, three', value: 'one, two, three' },
    ]);
    expect(tagChoices(`${'x'.repeat(95)},t`, ['three'])).toEqual([]);
  });
});

describe('content', () => {
  test('is trimmed, and what is empty is nothing', () => {
    expect(validContent({ title: '  A\n title ', description: ' ', creator: '', nsfw: false })).toEqual({
      title: 'A title',
      url: null,
      description: null,
      creator: null,
      creatorId: null,
      tags: [],
      nsfw: false,
    });
  });

  test.each([
    [{ title: 'x'.repeat(101) }, 'gallery.too-long'],
    [{ title: ' ' }, 'gallery.empty-title'],
    [{ title: 'x', description: 'x'.repeat(2_001) }, 'gallery.too-long'],
    [{ title: 'x', creator: 'x'.repeat(101) }, 'gallery.too-long'],
    [{ title: 'x', url: 'ftp://example.org' }, 'gallery.bad-url'],
    [{ title: 'x', url: `https://example.org/${'x'.repeat(2_048)}` }, 'gallery.bad-url'],
  ])('%o is refused', (content, identifier) => {
    expect(() => validContent({ ...content, nsfw: false })).toThrow(expect.objectContaining({ identifier }));
  });

  test('an address is kept as the web writes it', () => {
    expect(validUrl(' HTTPS://Example.org ')).toBe('https://example.org/');
  });

  test('a creator is a person by a mention or an id, else a name', () => {
    expect(readCreator('<@!123456789012345678>')).toEqual({ creator: null, creatorId: '123456789012345678' });
    expect(readCreator('123456789012345678')).toEqual({ creator: null, creatorId: '123456789012345678' });
    expect(readCreator('Mia 2')).toEqual({ creator: 'Mia 2', creatorId: null });
  });
});

describe('searches', () => {
  test('words are what is between punctuation, without accents', () => {
    expect(searchWords("  L'Été, à la-mer!  ÉTÉ ")).toEqual(['l', 'ete', 'a', 'la', 'mer']);
    expect(searchWords('Зима 冬 1/2')).toEqual(['зима', '冬', '1', '2']);
  });

  test('a query holds nothing but words, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(prefixQuery(searchWords(typed))).toMatch(
          /^$|^[\p{L}\p{M}\p{N}]+:\*(?: & [\p{L}\p{M}\p{N}]+:\*){0,7}$/u,
        );
      }),
    );
  });
});

describe('pages', () => {
  test('everything that may be typed fits into their buttons, and comes back', () => {
    const cursor = 'a.3v5zzz.3v5zzz';
    const state = { cursor, tag: 'x'.repeat(30), creator: 'ü'.repeat(LONGEST_FILTER) };

    expect(parseListPage(listPage(state))).toEqual(state);
    expect(parseListPage(listPage({}))).toEqual({ cursor: undefined, tag: undefined, creator: undefined });
    const search = { cursor, query: '\u{1F389} '.repeat(20).slice(0, LONGEST_QUERY).trim() };
    expect(parseSearchPage(searchPage(search))).toEqual(search);
    expect(parseAnotherItem(anotherItem('a:b'))).toEqual({ tag: 'a:b' });
    expect(parseListPage(searchPage(search))).toBeUndefined();
    expect(parseSearchPage('moderation/search:x')).toBeUndefined();
  });
});

describe('texts', () => {
  test('what people wrote is shown as they wrote it', () => {
    expect(escaped('# *Big*\n[link](https://evil.example)')).toBe(
      '\\# \\*Big\\* \\[link\\](https://evil.example)',
    );
    expect(tagText('a`b')).toBe("`a'b`");
  });

  test('an address of Discord says when it expires, and others never do', () => {
    expect(expiryOf('https://cdn.discordapp.com/attachments/1/2/a.png?ex=65d903de&is=1&hm=2')).toBe(
      1_708_721_118_000,
    );
    expect(expiryOf('https://example.org/a.png?ex=soon')).toBeUndefined();
    expect(expiryOf('no address')).toBeUndefined();
  });

  test('growth is drawn by day, then by month, from nothing to what there is', () => {
    const now = new Date('2030-03-05T10:00:00Z');

    expect(
      growthOf(
        [
          { name: '2030-03-03', items: 2 },
          { name: '2030-03-05', items: 1 },
        ],
        now,
      ),
    ).toEqual([
      { label: '2030-03-02', total: 0 },
      { label: '2030-03-03', total: 2 },
      { label: '2030-03-04', total: 2 },
      { label: '2030-03-05', total: 3 },
    ]);
    expect(growthOf([{ name: '2029-12-31', items: 4 }], now)).toEqual([
      { label: '2029-11', total: 0 },
      { label: '2029-12', total: 4 },
      { label: '2030-01', total: 4 },
      { label: '2030-02', total: 4 },
      { label: '2030-03', total: 4 },
    ]);
    expect(growthOf([], now)).toEqual([]);
  });
});
