import { describe, expect, test } from 'vitest';
import { pageFrom } from '../../src/core/paging.ts';

const list = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const keyOf = (item: string): string => item;

describe('a list of seven, three a page', () => {
  test.each([
    [undefined, ['a', 'b', 'c'], undefined, 'd'],
    ['d', ['d', 'e', 'f'], 'a', 'g'],
    ['g', ['g'], 'd', undefined],
    ['b', ['b', 'c', 'd'], 'a', 'e'],
  ])('from %s', (from, items, previous, next) => {
    const page = pageFrom(list, { keyOf, size: 3, from });

    expect(page.items).toEqual(items);
    expect(page.previous).toBe(previous);
    expect(page.next).toBe(next);
  });

  test('begins anew where the page began with something that is gone', () => {
    expect(pageFrom(list, { keyOf, size: 3, from: 'x' }).items).toEqual(['a', 'b', 'c']);
  });
});

test('a list that fits has one page', () => {
  expect(pageFrom(list, { keyOf, size: 7 })).toEqual({ items: list });
});

test('an empty list has an empty page', () => {
  expect(pageFrom([], { keyOf, size: 3 })).toEqual({ items: [] });
});
