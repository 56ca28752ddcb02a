import fc from 'fast-check';
import { translatorFor } from '@twi/testing';
import { expect, test } from 'vitest';
import type { LinkRow } from '../src/database/link-repository.ts';
import { creatorLinksPlugin } from '../src/index.ts';
import { directoryReply } from '../src/replies/directory-reply.ts';
import { MAX_QUERY_LENGTH, parseTurnButton, turnButton } from '../src/replies/directory-state.ts';
import { libraryListReply, parseLibraryButton } from '../src/replies/library-list-reply.ts';
import { parseProfileButton, profileReply } from '../src/replies/profile-reply.ts';

const t = translatorFor(creatorLinksPlugin, 'de');

function row(more: Partial<LinkRow> = {}): LinkRow {
  return {
    id: '1',
    guildId: '100000000000000001',
    userId: '200000000000000001',
    title: 'Art',
    titleKey: 'art',
    url: 'https://example.org',
    platform: 'website',
    username: null,
    weight: 0,
    isNsfw: false,
    isFeatured: false,
    verifiedAt: null,
    verifiedBy: null,
    hiddenAt: null,
    hiddenBy: null,
    addedAt: new Date(0),
    deletedAt: null,
    ...more,
  };
}

/** As long as can be, every character of which is escaped. */
const longest = (number: number): LinkRow =>
  row({
    id: String(number),
    title: '*'.repeat(100),
    url: `https://example.org/${'x'.repeat(480)}`,
    platform: 'buy-me-a-coffee',
    username: '_'.repeat(100),
    isNsfw: true,
    isFeatured: true,
    verifiedAt: new Date(0),
  });

/** What Discord counts of the only embed. */
function sizeOf(reply: { readonly embeds?: readonly unknown[] }): number {
  const {
    title = '',
    description = '',
    footer,
  } = JSON.parse(JSON.stringify(reply.embeds?.[0])) as {
    title?: string;
    description?: string;
    footer?: { text: string };
  };
  expect(description.length).toBeLessThanOrEqual(4_096);
  return title.length + description.length + (footer?.text.length ?? 0);
}

const person = { id: '200000000000000001', name: 'cat' };

test.each([1, 25, 26, 100])(
  '%i links of the longest kind fit into a message, and keep their buttons',
  (count) => {
    const shown = Array.from({ length: count }, (_, number) => longest(number));
    const profile = { shown, withheld: 7, hidden: 0, dead: new Set(['1']), hasLeft: false };

    const reply = profileReply(profile, { person, isOwn: true, page: 0, t });

    expect(sizeOf(reply)).toBeLessThanOrEqual(6_000);
    expect(reply.components?.length).toBeLessThanOrEqual(5);
  },
);

test('a page beyond the last is the last', () => {
  const shown = Array.from({ length: 30 }, (_, number) =>
    row({ id: String(number), title: `Link ${number}` }),
  );
  const profile = { shown, withheld: 0, hidden: 0, dead: new Set<string>(), hasLeft: false };

  const reply = profileReply(profile, { person, isOwn: false, page: 9, t });

  expect(JSON.stringify(reply)).toContain('Seite 2 von 2');
});

test('a page of the longest links of the directory fits into a message', () => {
  const rows = Array.from({ length: 8 }, (_, number) => longest(number));
  const platforms = Array.from({ length: 25 }, (_, number) => ({ platform: `p${number}`, count: number }));
  const state = { query: undefined, platform: 'ko-fi' };

  const reply = directoryReply(
    { rows, next: 'a.1', previous: undefined },
    { state, nsfw: false, platforms, t },
  );

  expect(sizeOf(reply)).toBeLessThanOrEqual(6_000);
});

test('a page of the longest titles of the library fits into a message', () => {
  const entries = Array.from({ length: 40 }, (_, number) => ({
    title: '*'.repeat(100),
    tag: `${number}${'_'.repeat(48)}`,
  }));

  expect(sizeOf(libraryListReply(entries, { page: 1 }, t))).toBeLessThanOrEqual(6_000);
});

test('a title that is the name of the site is said once', () => {
  const shown = [
    row({ title: 'patreon', platform: 'patreon', username: 'cat', url: 'https://www.patreon.com/cat' }),
  ];
  const profile = { shown, withheld: 0, hidden: 0, dead: new Set<string>(), hasLeft: false };

  const reply = profileReply(profile, { person, isOwn: false, page: 0, t });

  expect(JSON.stringify(reply)).toContain('"**[patreon](https://www.patreon.com/cat)** · cat"');
});

test('buttons of the directory keep what they show, whatever was searched for', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: MAX_QUERY_LENGTH }), (query) => {
      const state = { cursor: 'a.9007199254740993', platform: undefined, query };
      expect(parseTurnButton(turnButton(state))).toEqual(state);
    }),
  );
});

test.each([
  'creator-links/profile:',
  'creator-links/profile:1.x',
  'gallery/profile:200000000000000001.1',
  'x',
])('the custom id %j shows no page', (id) => {
  expect(parseProfileButton(id)).toBeUndefined();
  expect(parseLibraryButton(id)).toBeUndefined();
  expect(parseTurnButton(id)).toBeUndefined();
});
