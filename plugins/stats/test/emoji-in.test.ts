import { expect, test } from 'vitest';
import { emojiIn } from '../src/counting/emoji-in.ts';

test('finds emoji of all kinds, each once', () => {
  expect(emojiIn('👍 👍🏽 👍 <a:dance:123456789012345678> 🇩🇪 #️⃣')).toEqual([
    { emoji: '👍', name: null },
    { emoji: '👍🏽', name: null },
    { emoji: '123456789012345678', name: 'dance' },
    { emoji: '🇩🇪', name: null },
    { emoji: '#️⃣', name: null },
  ]);
});

test('digits, signs and words are none', () => {
  expect(emojiIn('1 # * © a :smile: <:x:12>')).toEqual([]);
});

test('a wall of them does not count as a whole', () => {
  const wall = Array.from({ length: 40 }, (_, index) => String.fromCodePoint(0x1_f6_00 + index)).join('');

  expect(emojiIn(wall)).toHaveLength(25);
});
