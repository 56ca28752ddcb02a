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

test('finds what Unicode lists as emoji, in any text', () => {
  const parts = [
    ...Array.from('a1#*<>: ©™☝❤👍👨👩🏴🏳🌈0Ⓜ㊗ℹ'),
    '🏽',
    '\uFE0F',
    '\u20E3',
    '\u200D',
    '🇩',
    '🇪',
    '\u{E0067}',
    '\u{E007F}',
  ];
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * below);
  };
  for (let round = 0; round < 5_000; round += 1) {
    const text = Array.from({ length: 1 + random(14) }, () => parts[random(parts.length)]).join('');
    const listed = new Set(Array.from(text.matchAll(/\p{RGI_Emoji}/gv), ([emoji]) => emoji));

    expect({ text, found: emojiIn(text).map(({ emoji }) => emoji) }).toEqual({ text, found: [...listed] });
  }
});
