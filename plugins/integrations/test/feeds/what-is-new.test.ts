import { describe, expect, test } from 'vitest';
import { boundedItem, type NewFeedItem } from '../../src/feeds/feed-item.ts';
import { hashesOf } from '../../src/feeds/polling/item-hashes.ts';
import { type KnownItem, whatIsNew } from '../../src/feeds/polling/what-is-new.ts';

type Sample = Omit<NewFeedItem, 'kind'>;

function item(sample: Sample) {
  return boundedItem({ kind: 'entry', ...sample });
}

function known(samples: readonly Sample[], rest: Partial<KnownItem> = {}): KnownItem[] {
  return samples.map((sample, index) => {
    const { publishedAt = null, ...each } = item(sample);
    return {
      rowId: String(index + 1),
      ...hashesOf({ ...each, ...(publishedAt && { publishedAt }) }),
      publishedAt,
      isGone: false,
      ...rest,
    };
  });
}

function compare(
  samples: readonly Sample[],
  before: readonly KnownItem[],
  forgottenUntil: Date | null = null,
) {
  const result = whatIsNew(samples.map(item), {
    known: before,
    forgottenUntil,
    hasTrustedIds: false,
    isExcerpt: true,
  });
  return { ...result, titles: result.fresh.map(({ item: { title } }) => title) };
}

const ONE = { id: '1', title: 'One', url: 'https://example.org/1', publishedAt: new Date(1_000) };
const TWO = { id: '2', title: 'Two', url: 'https://example.org/2', publishedAt: new Date(2_000) };

const undated = (title: string) => ({ id: title, title });
const shared = (id: string) => ({ id, title: `On ${id}`, url: 'https://example.org/log' });
const status = (id: string) => ({ id, title: `Status ${id}`, url: 'https://example.org/' });
const same = (number: number) => ({
  id: '0',
  title: `N ${number}`,
  url: `https://example.org/${number}`,
  publishedAt: new Date(number),
});

test('what is not known is new, oldest first', () => {
  expect(compare([TWO, ONE], []).titles).toEqual(['One', 'Two']);
  expect(compare([TWO, ONE], known([ONE])).titles).toEqual(['Two']);
});

test('without dates, feeds begin with the newest', () => {
  expect(compare([undated('C'), undated('B'), undated('A')], []).titles).toEqual(['A', 'B', 'C']);
});

test('a feed in another order holds nothing new', () => {
  expect(compare([ONE, TWO], known([TWO, ONE])).titles).toEqual([]);
});

test('an item with another id and the same address is the same, and its new id is known from then on', () => {
  const result = compare([{ ...ONE, id: 'other' }], known([ONE]));

  expect(result.titles).toEqual([]);
  expect(result.aliases).toHaveLength(1);
  expect(result.gone).toEqual([]);
});

test('addresses are the same with and without what sites add to count readers', () => {
  const moved = { ...ONE, id: 'other', title: 'Other', url: 'http://www.example.org/1/?utm_source=feed' };

  expect(compare([moved], known([ONE])).titles).toEqual([]);
});

test('an item with another id and another address, but the same words and date, is the same', () => {
  expect(compare([{ ...ONE, id: 'x', url: 'https://new.example/1' }], known([ONE])).titles).toEqual([]);
});

test('an address that several items share does not make them one', () => {
  const before = known([shared('a'), shared('b')]);

  expect(compare([shared('c'), shared('a'), shared('b')], before).titles).toEqual(['On c']);
});

test('the front page of a site is no address of an item', () => {
  expect(compare([status('b')], known([status('a')])).titles).toEqual(['Status b']);
});

test('an id that is used again for something else is something new', () => {
  const reused = { id: '1', title: 'Else', url: 'https://example.org/9', publishedAt: new Date(9_000) };

  expect(compare([reused], known([ONE])).titles).toEqual(['Else']);
});

test('one id for all items tells nothing', () => {
  expect(compare([same(2), same(1)], []).titles).toEqual(['N 1', 'N 2']);
  expect(compare([same(3), same(2), same(1)], known([same(2), same(1)])).titles).toEqual(['N 3']);
});

test('an item that is there twice is there once', () => {
  expect(compare([ONE, ONE, { ...ONE, title: 'One, edited' }], []).titles).toEqual(['One']);
  expect(compare([ONE, { ...ONE, id: 'twin' }], []).titles).toEqual(['One']);
});

test('an item that is edited later is not new, whatever of it changed', () => {
  const edits: Sample[] = [
    { ...ONE, title: 'One, edited' },
    { ...ONE, publishedAt: new Date(5_000) },
    { ...ONE, url: 'https://example.org/one-edited', title: 'One, edited' },
  ];
  for (const edit of edits) expect(compare([edit], known([ONE])).titles).toEqual([]);
  const { changed } = compare([edits[0]!], known([ONE]));
  expect(changed).toEqual([{ rowId: '1', hashes: hashesOf(item(edits[0]!)) }]);
});

test('an item that was away is known when it comes back', () => {
  const result = compare([ONE], known([ONE], { isGone: true }));

  expect(result.titles).toEqual([]);
  expect(result.changed).toHaveLength(1);
});

test('what is not there any more is gone', () => {
  expect(compare([TWO], known([ONE, TWO])).gone).toEqual(['1']);
});

test('what may have been forgotten is old', () => {
  const result = compare([TWO, ONE], [], new Date(1_500));

  expect(result.titles).toEqual(['Two']);
  expect(result.aliases).toHaveLength(1);
});

test('sources whose ids can be trusted are compared by them alone', () => {
  const options = { known: known([ONE]), forgottenUntil: null, hasTrustedIds: true, isExcerpt: false };

  expect(whatIsNew([item({ ...ONE, id: 'other' })], options).fresh).toHaveLength(1);
  expect(whatIsNew([item({ ...TWO, id: '1' })], options).fresh).toHaveLength(0);
});

const trusted = (samples: readonly Sample[], before: readonly Sample[], isExcerpt: boolean) =>
  whatIsNew(samples.map(item), {
    known: known(before),
    forgottenUntil: null,
    hasTrustedIds: true,
    isExcerpt,
  });

describe('what comes up at the end when something was deleted', () => {
  const THREE = { id: '3', title: 'Three', url: 'https://example.org/3', publishedAt: new Date(3_000) };

  test('is old, and known from then on', () => {
    const result = compare([TWO, ONE], known([THREE, TWO]));

    expect(result.titles).toEqual([]);
    expect(result.aliases).toHaveLength(1);
  });

  test('is told from what is new at the end of a feed that begins with the oldest', () => {
    expect(compare([ONE, TWO, THREE], known([ONE, TWO])).titles).toEqual(['Three']);
  });

  test('is told from what is new in a feed without dates, or one that holds nothing known', () => {
    expect(compare([undated('B'), undated('C')], known([undated('B')])).titles).toEqual(['C']);
    expect(compare([TWO, ONE], known([THREE])).titles).toEqual(['One', 'Two']);
  });

  test('is known by its place alone where the order is certain: a work of long ago may have been changed today', () => {
    const changed = { ...ONE, publishedAt: new Date(9_000) };

    expect(trusted([TWO, changed], [THREE, TWO], true).fresh).toEqual([]);
    expect(trusted([THREE, TWO], [TWO], true).fresh).toHaveLength(1);
    expect(trusted([TWO, changed], [TWO], false).fresh).toHaveLength(1);
  });
});
