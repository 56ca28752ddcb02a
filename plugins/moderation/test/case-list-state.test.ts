import { expect, test } from 'vitest';
import { pageButton, parsePageButton } from '../src/replies/case-list-state.ts';

const LONGEST_ID = '9'.repeat(20);

test('gives back the page that a button was made for', () => {
  const state = {
    cursor: 'an1c',
    targetId: '200000000000000001',
    moderatorId: undefined,
    type: 'ban',
  } as const;

  expect(parsePageButton('case-list', pageButton('case-list', state))).toEqual(state);
});

test('fits into a custom id with all filters set', () => {
  const state = {
    cursor: 'bnzik0zj',
    targetId: LONGEST_ID,
    moderatorId: LONGEST_ID,
    type: 'untimeout',
  } as const;

  expect(pageButton('case-list', state).length).toBeLessThanOrEqual(100);
});

test.each(['moderation/history:a:::', 'gallery/case-list:a:::', 'case-list', ''])(
  'leaves "%s" to others',
  (id) => {
    expect(parsePageButton('case-list', id)).toBeUndefined();
  },
);

test('ignores a type that no longer exists', () => {
  expect(parsePageButton('history', 'moderation/history:::: mute')).toMatchObject({ type: undefined });
});
