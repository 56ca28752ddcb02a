import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAfter, RecentMessages } from '../src/counting/recent-messages.ts';

const REMEMBERED = 200;
const ids = fc.uniqueArray(fc.bigInt({ min: 1n, max: 2n ** 63n }).map(String), { maxLength: 450 });

test('one message is after another as their numbers are', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 2n ** 63n }),
      fc.bigInt({ min: 0n, max: 2n ** 63n }),
      (left, right) => {
        expect(isAfter(String(left), String(right))).toBe(left > right);
      },
    ),
  );
  expect(isAfter('100', '99')).toBe(true);
});

test('the latest are known with when they came, and each older one gave way once', () => {
  fc.assert(
    fc.property(ids, (came) => {
      const recent = new RecentMessages();
      const forgotten = came.flatMap((id, at) => recent.add(id, at) ?? []);

      const latest = came.slice(-REMEMBERED);
      expect(forgotten).toEqual(came.slice(0, came.length - latest.length));
      expect([...recent.entries()]).toEqual(latest.map((id) => [id, came.indexOf(id)]));
      for (const id of came) expect(recent.has(id)).toBe(latest.includes(id));
    }),
    { numRuns: 20 },
  );
});

test('begins anew when it is cleared', () => {
  const recent = new RecentMessages();
  for (let id = 0; id < REMEMBERED + 5; id += 1) recent.add(String(id), id);
  recent.clear();

  expect(recent.has('100')).toBe(false);
  expect(recent.add('1', 1)).toBeUndefined();
  expect([...recent.entries()]).toEqual([['1', 1]]);
});
