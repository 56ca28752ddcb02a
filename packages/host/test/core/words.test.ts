import { expect, test } from 'vitest';
import { counted, enumerate, spaced } from '../../src/core/words.ts';

test('names are spaced', () => {
  expect(spaced('GuildMessages')).toBe('Guild Messages');
  expect(spaced('UseVAD')).toBe('Use VAD');
});

test.each([
  [['A'], 'A'],
  [['A', 'B'], 'A and B'],
  [['A', 'B', 'C'], 'A, B and C'],
])('%j are enumerated as %s', (words, text) => {
  expect(enumerate(words)).toBe(text);
});

test('one is one and none are many', () => {
  expect([0, 1, 2].map((count) => counted(count, 'command'))).toEqual([
    '0 commands',
    '1 command',
    '2 commands',
  ]);
});
