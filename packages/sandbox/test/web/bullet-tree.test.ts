import { expect, test } from 'vitest';
import { bulletTree } from '../../web/src/markdown/bullet-tree.ts';
import type { BulletList } from '../../web/src/markdown/bullet-tree.ts';

/** A list as nested arrays of texts, with the number that it starts from. */
function shape({ start, bullets }: BulletList): unknown[] {
  const points = bullets.flatMap(({ text, below }) => [text, ...below.map(shape)]);
  return start === undefined ? points : [start, ...points];
}

function shapes(text: string): unknown[] {
  return bulletTree(text).map(shape);
}

test('points of one depth form one list', () => {
  expect(shapes('- one\n* two\n')).toEqual([['one', 'two']]);
});

test('deeper points belong to the one above them, however deep', () => {
  expect(shapes('- a\n  - b\n    - c\n- d')).toEqual([['a', ['b', ['c']], 'd']]);
});

test('numbered points form a list of their own, from their first number', () => {
  expect(shapes('- a\n3. b\n4. c')).toEqual([['a'], [3, 'b', 'c']]);
  expect(shapes('1. a\n   - b\n2. c')).toEqual([[1, 'a', ['b'], 'c']]);
});
