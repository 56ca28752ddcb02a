import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KeyedRows } from '../src/counting/keyed-rows.ts';

interface Row {
  readonly outer: string;
  readonly inner: string;
  readonly rest: number;
}

const rows = fc.uniqueArray(
  fc.record({ outer: fc.constantFrom('a', 'b', 'c'), inner: fc.constantFrom('x', 'y'), rest: fc.nat(3) }),
  { selector: ({ outer, inner, rest }) => `${outer} ${inner} ${rest}` },
);

function keyed(all: readonly Row[]): KeyedRows<Row> {
  const kept = new KeyedRows<Row>();
  for (const row of all) kept.add(row.outer, row.inner, row);
  return kept;
}

test('each row is found by its whole key, and no other', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const kept = keyed(all);

      expect(kept.size).toBe(all.length);
      expect(new Set(kept.values())).toEqual(new Set(all));
      for (const row of all)
        expect(kept.find(row.outer, row.inner, ({ rest }) => rest === row.rest)).toBe(row);
      expect(kept.find('a', 'x', ({ rest }) => rest === 9)).toBeUndefined();
      expect(kept.find('a', 'z', () => true)).toBeUndefined();
    }),
  );
});

test('what is dropped is gone, and all else stays', () => {
  fc.assert(
    fc.property(rows, fc.nat(3), (all, dropped) => {
      const kept = keyed(all);
      kept.drop(({ rest }) => rest === dropped);

      const others = all.filter(({ rest }) => rest !== dropped);
      expect(kept.size).toBe(others.length);
      expect(new Set(kept.values())).toEqual(new Set(others));
    }),
  );
});
