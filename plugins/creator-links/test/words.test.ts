import { escaped } from '@twi/sdk';
import fc from 'fast-check';
import { translatorFor } from '@twi/testing';
import { describe, expect, test } from 'vitest';
import type { LibraryHeading, LibraryRow } from '../src/database/library-repository.ts';
import { creatorLinksPlugin } from '../src/index.ts';
import { MAX_CONTENT_LENGTH, readTag } from '../src/library/entry-content.ts';
import { inNaturalOrder } from '../src/library/natural-order.ts';
import { readTitle, readUsername, titleKey } from '../src/links/title.ts';
import { entryReply } from '../src/replies/entry-reply.ts';
import { libraryListReply } from '../src/replies/library-list-reply.ts';

const t = translatorFor(creatorLinksPlugin, 'en-US');

describe('titles', () => {
  test.each([
    ['\u202Egpj.exe', 'gpj.exe'],
    [' On\ntwo\u0000lines ', 'On two lines'],
    ['👩‍🎨', '👩‍🎨'],
    ['\uD800a', '\uFFFDa'],
    ['-', '-'],
  ])('%j is stored as %j', (typed, title) => {
    expect(readTitle(typed)).toBe(title);
  });

  test.each(['', ' ', '\u200B', '\u3164', '\u2800', '\u202E', 'a'.repeat(101)])('%j is none', (typed) => {
    expect(() => readTitle(typed)).toThrow('bad-title');
    expect(() => readUsername(typed)).toThrow('bad-username');
  });

  test.each(['<@123456789012345678>', '123456789012345678', '１２３４５６７８９０１２３４５６７８'])(
    '%s has the id of a person',
    (typed) => {
      expect(() => readTitle(typed)).toThrow('title-with-id');
    },
  );

  test.each([
    ['Art', 'ＡＲＴ'],
    ['Art', 'a\u200Br\u00ADt'],
    ['❤️', '❤'],
    ['A  b', 'a b'],
    ['Café', 'Cafe\u0301'],
  ])('%j and %j are the same title', (one, other) => {
    expect(titleKey(one)).toBe(titleKey(other));
  });

  test('what is stored is stored the same again, and compared by a key that can be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 100 }), (typed) => {
        let title: string;
        try {
          title = readTitle(typed);
        } catch {
          return; // -- it is none
        }
        expect(readTitle(title)).toBe(title);
        expect(titleKey(titleKey(title))).toBe(titleKey(title));
        expect(titleKey(title)).not.toBe('');
      }),
    );
  });
});

test('nothing that people wrote is left for Discord to format, however many signs stand together', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[*_~`|#<>[\]()\\a-]{1,30}$/), (text) => {
      const shown = escaped(text);
      expect(shown.replaceAll(/\\[^A-Za-z0-9\s]/g, '')).not.toMatch(/[\\*_~`|#<>[\]]/);
      expect(shown).not.toMatch(/^-/);
      expect(shown.replaceAll(/\\([^A-Za-z0-9\s])/g, '$1')).toBe(text);
    }),
  );
});

test('an entry with the longest title and text fits into a message', () => {
  const entry = { title: '*'.repeat(100), content: 'x'.repeat(MAX_CONTENT_LENGTH), showsPreview: true };

  const { content } = entryReply(entry as LibraryRow); // -- nothing else of it is shown

  expect(content?.length).toBeLessThanOrEqual(2_000);
  expect(content).toContain(`\n${entry.content}`);
});

test.each([
  ['#  Story   Time', 'story time'],
  ['-', null],
  ['ÄRGER', 'ärger'],
])('the tag %j is stored as %j', (typed, tag) => {
  expect(readTag(typed)).toBe(tag);
});

describe('the library in its order', () => {
  const heading = fc.record({
    title: fc.stringMatching(/^[AaÁá0-9 ]{1,4}$/),
    tag: fc.constantFrom(null, 'cafe', 'café', 'b', 'b 2', 'b 10'),
  });

  test('does not depend on the order in which the database hands it out, and keeps tags together', () => {
    fc.assert(
      fc.property(fc.uniqueArray(heading, { selector: ({ title }) => titleKey(title) }), (entries) => {
        const ordered = inNaturalOrder(entries);
        expect(inNaturalOrder(entries.toReversed())).toEqual(ordered);
        const changes = ordered.filter(({ tag }, index) => tag !== ordered[index - 1]?.tag);
        expect(changes.length).toBeLessThanOrEqual(new Set(entries.map(({ tag }) => tag)).size);
      }),
    );
  });

  test('has 2,000 entries on its pages, each once, and no page beyond the last', () => {
    const entries: LibraryHeading[] = Array.from({ length: 2_000 }, (_, number) => ({
      title: `Entry ${number}`,
      tag: number % 3 === 0 ? null : `tag ${number % 30}`,
    }));
    const ordered = inNaturalOrder(entries);

    const shown = Array.from({ length: Math.ceil(2_000 / 15) }, (_, page) =>
      linesOf(libraryListReply(ordered, { page }, t)).filter((line) => line.startsWith('- ')),
    );

    expect(shown.every((lines) => lines.length <= 15)).toBe(true);
    expect(shown.flat()).toEqual(ordered.map(({ title }) => `- ${title}`));
    expect(linesOf(libraryListReply(ordered, { page: 9_999 }, t))).toContain(shown.at(-1)?.at(-1));
  });
});

function linesOf(reply: ReturnType<typeof libraryListReply>): string[] {
  const { description = '' } = JSON.parse(JSON.stringify(reply.embeds?.[0])) as { description?: string };
  return description.split('\n');
}
