import type { APIPoll, APIPollAnswer } from 'discord-api-types/v10';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/** How an answer of a poll stands. */
export interface AnswerVotes {
  readonly id: number;
  readonly answer: APIPollAnswer;
  readonly count: number;
  /** Of all votes, rounded. */
  readonly percent: number;
  /** Whether the person voted for it. */
  readonly isMine: boolean;
  /** Whether no other has more votes. */
  readonly isWinner: boolean;
}

/** Counts what is known of a poll's votes. */
export function countVotes(poll: APIPoll): {
  readonly answers: readonly AnswerVotes[];
  readonly total: number;
  readonly isOver: boolean;
} {
  const counts = new Map(poll.results?.answer_counts.map((count) => [count.id, count]));
  const total = [...counts.values()].reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(0, ...Array.from(counts.values(), ({ count }) => count));
  const answers = poll.answers.map((answer) => {
    const { count = 0, me_voted: isMine = false } = counts.get(answer.answer_id) ?? {};
    return {
      id: answer.answer_id,
      answer,
      count,
      percent: total === 0 ? 0 : Math.round((count / total) * 100),
      isMine,
      isWinner: count > 0 && count === most,
    };
  });
  const isOver = poll.results?.is_finalized === true || (poll.expiry !== null && msUntil(poll.expiry) <= 0);
  return { answers, total, isOver };
}

/** Says how long a poll still runs, as short as Discord does. */
export function timeLeft(expiry: string | null): string {
  if (expiry === null) return 'no end';
  const left = msUntil(expiry);
  if (left >= DAY_MS) return `${Math.floor(left / DAY_MS)}d left`;
  if (left >= HOUR_MS) return `${Math.floor(left / HOUR_MS)}h left`;
  return `${Math.max(1, Math.floor(left / MINUTE_MS))}m left`;
}

function msUntil(expiry: string): number {
  return Date.parse(expiry) - Date.now();
}
