import { expect, test } from 'vitest';
import { quotable } from '../src/quotable.ts';

test('what is short is said back as it was typed, on one line', () => {
  expect(quotable(' two\n words ')).toBe('two words');
  expect(quotable('x'.repeat(60))).toBe('x'.repeat(60));
});

test('what is long is cut, never within a character', () => {
  expect(quotable('👍'.repeat(61))).toBe(`${'👍'.repeat(59)}…`);
});
