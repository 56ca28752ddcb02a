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
const MAX_FRAMES = 50;

// The one who starts this file hands exactly this in.
const { heartbeat, entered, thresholdMs }: StallWatch = workerData;
const beat = new BigInt64Array(heartbeat);
const runs = new Int32Array(entered);

interface Stall {
  readonly since: bigint;
  isOneRun: boolean;
  frames: readonly StallFrame[];
}

let stall: Stall | undefined;
let polledAt = process.hrtime.bigint();
const judge = new StallJudge(BigInt(thresholdMs * 1e6));
/** Linux counts how long each thread waited for a processor (https://docs.kernel.org/scheduler/sched-stats.html). */
const SCHEDULING = `/proc/self/task/${process.pid}/schedstat`;
const tellsWaiting = existsSync(SCHEDULING);

function poll(): void {
  const now = process.hrtime.bigint();
  // When this thread was late as well, the whole machine was, and nobody is to blame.
  const isPunctual = toMs(now - polledAt) < POLL_MS * 2.5;
  polledAt = now;
  const last = Atomics.load(beat, 0);
  const isHeldUp = judge.isHeldUp({ now, beat: last, runs: Atomics.load(runs, 0), waited: waited() });
  if (stall && last !== stall.since) {
    const { since, isOneRun, frames } = stall;
    report({ durationMs: Math.round(toMs(last - since)), isOneRun, frames });
    stall = undefined;
  } else if (isPunctual && toMs(now - last) > thresholdMs) {
    stall ??= { since: last, isOneRun: false, frames: [] };
    if (stall.isOneRun || !isHeldUp) return;
    stall.isOneRun = true;
    takeStack(stall);
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

function takeStack(into: Stall): void {
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

const toMs = (nanoseconds: bigint): number => Number(nanoseconds) / 1e6;

setInterval(poll, POLL_MS);
