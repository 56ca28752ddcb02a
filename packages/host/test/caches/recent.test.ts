import { expect, test } from 'vitest';
import { RecentCollection } from '../../src/caches/recent-collection.ts';
import { Recent } from '../../src/caches/recent.ts';

interface Person {
  readonly id: string;
}

function filled(recent: Recent<Person>, ids: readonly string[]): RecentCollection<Person> {
  const collection = new RecentCollection(recent);
  for (const id of ids) collection.set(id, { id });
  return collection;
}

const upTo = (count: number): string[] => Array.from({ length: count }, (_, index) => String(index));

test('keeps at most two generations over all collections together', () => {
  const recent = new Recent<Person>(10, () => false);
  const collections = upTo(20).map((id) => filled(recent, [`${id}a`, `${id}b`, `${id}c`]));

  const kept = collections.flatMap((collection) => [...collection.keys()]);
  expect(kept.length).toBeLessThanOrEqual(20);
  expect(kept.slice(-10)).toEqual(['16c', '17a', '17b', '17c', '18a', '18b', '18c', '19a', '19b', '19c']);
});

test('keeps what is read again and again, however much comes in between', () => {
  const recent = new Recent<Person>(10, () => false);
  const collection = filled(recent, ['regular', 'visitor']);
  for (const id of upTo(200)) {
    collection.set(id, { id });
    expect(collection.get('regular')).toEqual({ id: 'regular' });
  }

  expect(collection.has('visitor')).toBe(false);
});

test('keeps what must stay although nobody reads it', () => {
  const recent = new Recent<Person>(10, ({ id }) => id === 'self');
  const collection = filled(recent, ['self', ...upTo(200)]);

  expect(collection.has('self')).toBe(true);
  expect(collection.size).toBeLessThanOrEqual(21);
});

test('leaves alone what took the place of a value that is forgotten', () => {
  const recent = new Recent<Person>(2, () => false);
  const collection = new RecentCollection(recent);
  const [first, second] = [{ id: 'same' }, { id: 'same' }];
  collection.set('same', first);
  collection.delete('same');
  collection.set('same', second);

  collection.forget(first);
  expect(collection.get('same')).toBe(second);
  collection.forget(second);
  expect(collection.size).toBe(0);
});

test('derives collections that hold on to what they hold', () => {
  const recent = new Recent<Person>(2, () => false);
  const found = filled(recent, ['a', 'b']).filter(({ id }) => id === 'a');
  filled(recent, upTo(20));

  expect(found).not.toBeInstanceOf(RecentCollection);
  expect([...found.keys()]).toEqual(['a']);
});
