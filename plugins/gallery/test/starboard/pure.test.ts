import { expect, test } from 'vitest';
import { isStar } from '../../src/starboard/star-emoji.ts';

test.each([
  [{ id: null, name: '⭐' }, '⭐', true],
  [{ id: null, name: '❤️' }, '❤', true],
  [{ id: null, name: '🌟' }, '⭐', false],
  [{ id: '300000000000000001', name: 'star' }, '<:star:300000000000000001>', true],
  [{ id: '300000000000000001', name: 'renamed' }, '<a:star:300000000000000001>', true],
  [{ id: '300000000000000002', name: 'star' }, '<:star:300000000000000001>', false],
  [{ id: '300000000000000001', name: '⭐' }, '⭐', false],
])('%o is the star %s: %s', (emoji, star, is) => {
  expect(isStar(emoji, star)).toBe(is);
});
