import { expect, test } from 'vitest';
import { clip, quotable } from '../src/index.ts';

test('leaves alone what fits', () => {
  expect(clip('12345', 5)).toBe('12345');
});

test('cuts visibly, to no more than the length', () => {
  expect(clip('123456', 5)).toBe('1234…');
});

test('never cuts through an emoji', () => {
  expect(clip('👍👍👍', 4)).toBe('👍…');
  expect(clip('👍👍👍', 5)).toBe('👍👍…');
});

test('quotes on one line', () => {
  expect(quotable(' two\n words ')).toBe('two words');
  expect(quotable('x'.repeat(60))).toBe('x'.repeat(60));
  expect(quotable('x'.repeat(61))).toBe(`${'x'.repeat(59)}…`);
});
