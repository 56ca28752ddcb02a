import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RecentKeys } from '../../src/client/recent-keys.ts';

const keys = fc.array(fc.integer({ min: 0, max: 30 }).map(String), { maxLength: 60 });

test('a key is new once, in whichever order keys come', () => {
  fc.assert(
    fc.property(keys, (came) => {
      const recent = new RecentKeys(100);

      expect(came.filter((key) => recent.add(key))).toEqual([...new Set(came)]);
    }),
  );
});

test('the latest keys are known, and the oldest are forgotten', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat().map(String), { minLength: 30, maxLength: 60 }), (came) => {
      const recent = new RecentKeys(10);
      for (const key of came) recent.add(key);

      expect(came.slice(-10).filter((key) => recent.add(key))).toEqual([]);
    }),
  );

  const recent = new RecentKeys(10);
  for (let key = 100; key < 200; key += 1) recent.add(String(key));
  expect(recent.add('100')).toBe(true);
});
