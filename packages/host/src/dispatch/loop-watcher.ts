import { existsSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { parentPort, workerData } from 'node:worker_threads';
import { StallJudge } from './stall-judge.ts';
import type { StallFrame, StallMessage, StallWatch } from './stall-message.ts';

/*
 * The thread that watches the main thread's heartbeat. When it stops, V8's inspector takes the main thread's stack, which
 * works while JavaScript is running, however busily.
 */

const POLL_MS = 200;
const LATE_MS = POLL_MS * 2.5;
const NANOSECONDS_PER_MS = 1_000_000n;
const MAX_FRAMES = 50;

// The one who starts this file hands exactly this in.
const { heartbeat, entered, thresholdMs }: StallWatch = workerData;
const beat = new BigInt64Array(heartbeat);
const runs = new Int32Array(entered);

interface Stack {
  frames: readonly StallFrame[];
}

/** Of the stall that lasts. */
let stack: Stack = { frames: [] };
const judge = new StallJudge({
  threshold: BigInt(thresholdMs) * NANOSECONDS_PER_MS,
  late: BigInt(LATE_MS) * NANOSECONDS_PER_MS,
});
/** Linux counts how long each thread waited for a processor (https://docs.kernel.org/scheduler/sched-stats.html). */
const SCHEDULING = `/proc/self/task/${process.pid}/schedstat`;
const tellsWaiting = existsSync(SCHEDULING);

function poll(): void {
  const verdict = judge.look({
    now: process.hrtime.bigint(),
    beat: Atomics.load(beat, 0),
    runs: Atomics.load(runs, 0),
    waited: waited(),
  });
  if (verdict === 'held-up') takeStack(stack);
  else if (verdict) {
    report({ ...verdict, frames: stack.frames });
    stack = { frames: [] };
  }
}

/** 0 on systems that do not tell. */
function waited(): bigint {
  if (!tellsWaiting) return 0n;
  const [, waitedNs = '0'] = readFileSync(SCHEDULING, 'latin1').split(' ');
  return BigInt(waitedNs);
}

function report(message: StallMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(message);
}

function takeStack(into: Stack): void {
  const session = new Session();
  const urls = new Map<string, string>();
  session.connectToMainThread();
  session.on('Debugger.scriptParsed', ({ params }) => urls.set(params.scriptId, params.url));
  session.on('Debugger.paused', ({ params }) => {
    into.frames = params.callFrames.slice(0, MAX_FRAMES).map(({ functionName, location }) => ({
      functionName,
      url: urls.get(location.scriptId) ?? '',
      line: location.lineNumber + 1,
    }));
    session.post('Debugger.resume', () => session.post('Debugger.disable', () => session.disconnect()));
  });
  session.post('Debugger.enable', () => session.post('Debugger.pause'));
}

setInterval(poll, POLL_MS);
