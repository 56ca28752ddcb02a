import { expect, test } from 'vitest';
import { StallJudge } from '../../src/dispatch/stall-judge.ts';

const MS = 1_000_000n;
const POLL_MS = 200;

interface Course {
  /** Heartbeats, runs and waiting at a moment, in milliseconds. */
  readonly beat?: (ms: number) => number;
  readonly runs?: (ms: number) => number;
  readonly waited?: (ms: number) => number;
}

/** Whether it says at any time of some seconds that one piece of code holds the thread up. */
function judged({ beat = () => 0, runs = () => 0, waited = () => 0 }: Course): boolean {
  const judge = new StallJudge(1_000n * MS);
  let isHeldUp = false;
  for (let ms = 10_000; ms < 15_000; ms += POLL_MS)
    isHeldUp ||= judge.isHeldUp({
      now: BigInt(ms) * MS,
      beat: BigInt(beat(ms)) * MS,
      runs: runs(ms),
      waited: BigInt(waited(ms)) * MS,
    });
  return isHeldUp;
}

test('code that runs for seconds while nothing else does holds the thread up', () => {
  expect(judged({})).toBe(true);
});

test('a thread whose heart beats is not held up', () => {
  expect(judged({ beat: (ms) => ms - 50 })).toBe(false);
});

test('nor is one in which other code begins all the time', () => {
  expect(judged({ runs: (ms) => ms })).toBe(false);
});

test('nor is one for which a busy machine has no time', () => {
  expect(judged({ waited: (ms) => ms * 0.9 })).toBe(false);
});

test('a machine that is somewhat busy hides no code that runs on and on', () => {
  expect(judged({ waited: (ms) => ms * 0.5 })).toBe(true);
});
