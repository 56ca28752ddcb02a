import { expect, test } from 'vitest';
import { type Stall, StallJudge } from '../../src/dispatch/stall-judge.ts';

const MS = 1_000_000n;
const POLL_MS = 200;
const START_MS = 10_000;

/** What is to be seen at a moment, in milliseconds since something began. */
interface Course {
  /** The latest heartbeat. Default: the last is that of the beginning. */
  readonly beat?: (ms: number) => number;
  readonly runs?: (ms: number) => number;
  readonly waited?: (ms: number) => number;
  /** How long after a look the next one comes. */
  readonly pollMs?: number;
}

/** What is said, look by look, in some seconds. */
function said({ beat = () => 0, runs = () => 0, waited = () => 0, pollMs = POLL_MS }: Course = {}): (
  | 'held-up'
  | Stall
)[] {
  const judge = new StallJudge({ threshold: 1_000n * MS, late: 500n * MS });
  const verdicts: ('held-up' | Stall)[] = [];
  for (let ms = 0; ms < 5_000; ms += pollMs) {
    const verdict = judge.look({
      now: BigInt(START_MS + ms) * MS,
      beat: BigInt(START_MS + beat(ms)) * MS,
      runs: runs(ms),
      waited: BigInt(Math.round(waited(ms))) * MS,
    });
    if (verdict) verdicts.push(verdict);
  }
  return verdicts;
}

/** Heartbeats that come again after so long. */
const backAfter =
  (end: number) =>
  (ms: number): number =>
    ms < end ? 0 : ms;

/** Heartbeats that come only after two seconds and after four. */
function twiceAfterTwoSeconds(ms: number): number {
  if (ms < 2_000) return 0;
  return ms < 4_000 ? 2_000 : ms;
}

/** Runs that begin all the time, and then no more. */
const forTwoSeconds = (ms: number): number => Math.min(ms, 2_000);

test('code that runs for seconds while nothing else does holds the thread up, which is said once', () => {
  expect(said()).toEqual(['held-up']);
});

test('when it is over, it is said how long it lasted', () => {
  expect(said({ beat: backAfter(2_400) })).toEqual(['held-up', { durationMs: 2_400, isOneRun: true }]);
});

test('a second time is a stall of its own', () => {
  expect(said({ beat: twiceAfterTwoSeconds })).toEqual([
    'held-up',
    { durationMs: 2_000, isOneRun: true },
    'held-up',
    { durationMs: 2_000, isOneRun: true },
  ]);
});

test('a thread whose heart beats is not held up', () => {
  expect(said({ beat: (ms) => ms - 50 })).toEqual([]);
});

test('a pause of less than the threshold is not noticed', () => {
  expect(said({ beat: backAfter(1_000) })).toEqual([]);
});

test('one in which other code begins all the time stands still, and nobody holds it up', () => {
  expect(said({ runs: (ms) => ms, beat: backAfter(3_000) })).toEqual([
    { durationMs: 3_000, isOneRun: false },
  ]);
});

test('code that runs on after much other code began holds the thread up from then on', () => {
  expect(said({ runs: forTwoSeconds, beat: backAfter(2_800) })).toEqual([
    { durationMs: 2_800, isOneRun: false },
  ]);
  expect(said({ runs: forTwoSeconds, beat: backAfter(4_000) })).toEqual([
    'held-up',
    { durationMs: 4_000, isOneRun: true },
  ]);
});

test('nobody holds a thread up for which a busy machine has no time', () => {
  expect(said({ waited: (ms) => ms * 0.9, beat: backAfter(4_000) })).toEqual([
    { durationMs: 4_000, isOneRun: false },
  ]);
});

test('a machine that is somewhat busy hides no code that runs on and on', () => {
  expect(said({ waited: (ms) => ms * 0.5 })).toEqual(['held-up']);
});

test('nothing is said where the watching thread is late as well', () => {
  expect(said({ pollMs: 600, beat: backAfter(3_000) })).toEqual([]);
});
