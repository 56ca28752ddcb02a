import { expect, test } from 'vitest';
import type { APIPoll } from 'discord-api-types/v10';
import { countVotes, timeLeft } from '../../web/src/messages/poll-votes.ts';

const HOUR_MS = 3_600_000;

function poll(votes: readonly number[], { isOver = false, mine = 0, hours = 2 } = {}): APIPoll {
  return {
    question: { text: 'Drink?' },
    answers: votes.map((_, index) => ({ answer_id: index + 1, poll_media: { text: `${index + 1}` } })),
    expiry: inHours(hours),
    allow_multiselect: false,
    layout_type: 1,
    results: {
      is_finalized: isOver,
      answer_counts: votes.map((count, index) => ({ id: index + 1, count, me_voted: mine === index + 1 })),
    },
  };
}

function inHours(hours: number): string {
  // A little more, so that the time that the test takes does not matter.
  return new Date(Date.now() + hours * HOUR_MS + 30_000).toISOString();
}

test('shares are of all votes, and the most votes win', () => {
  const { answers, total } = countVotes(poll([2, 1, 0], { mine: 2 }));
  expect(total).toBe(3);
  expect(answers.map(({ percent }) => percent)).toEqual([67, 33, 0]);
  expect(answers.map(({ isWinner }) => isWinner)).toEqual([true, false, false]);
  expect(answers.map(({ isMine }) => isMine)).toEqual([false, true, false]);
});

test('where nobody voted nobody wins', () => {
  const { answers } = countVotes(poll([0, 0]));
  expect(answers.every(({ isWinner, percent }) => !isWinner && percent === 0)).toBe(true);
});

test('a poll is over once it is said to be, or its time is', () => {
  expect(countVotes(poll([1])).isOver).toBe(false);
  expect(countVotes(poll([1], { isOver: true })).isOver).toBe(true);
  expect(countVotes(poll([1], { hours: -1 })).isOver).toBe(true);
});

test('what is left is told in the largest unit', () => {
  expect([inHours(50), inHours(3), inHours(0.5), inHours(-1), null].map(timeLeft)).toEqual([
    '2d left',
    '3h left',
    '30m left',
    '1m left',
    'no end',
  ]);
});
