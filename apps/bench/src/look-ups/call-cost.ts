import { setImmediate as nextTurn } from 'node:timers/promises';
import { median } from '../measure/percentile.ts';

const ROUNDS = 5;
/** Calls in a row, until the event loop gets its turn: the host has a watch on those who hold it up. */
const BATCH = 10_000;
const NS_PER_US = 1_000;

/** Nanoseconds of processor time a call, the median of some rounds. The number says which call it is. */
export async function callCost(calls: number, call: (index: number) => boolean): Promise<number> {
  let yes = 0;
  const cost = await costOf(calls, (from, to) => {
    for (let index = from; index < to; index += 1) if (call(index)) yes += 1;
  });
  if (yes === 0) throw new Error('Every call said no: this measures something else.');
  return cost;
}

/** The same for what answers with a promise, one after the other. */
export function promiseCost(calls: number, call: (index: number) => Promise<unknown>): Promise<number> {
  return costOf(calls, async (from, to) => {
    for (let index = from; index < to; index += 1) await call(index);
  });
}

async function costOf(
  calls: number,
  run: (from: number, to: number) => void | Promise<void>,
): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    let spentUs = 0;
    for (let from = 0; from < calls; from += BATCH) {
      await nextTurn();
      const start = threadUs();
      await run(from, Math.min(calls, from + BATCH));
      spentUs += threadUs() - start;
    }
    rounds.push((spentUs * NS_PER_US) / calls);
  }
  return median(rounds);
}

/** Processor time of this thread: what the machine does meanwhile does not count. */
function threadUs(): number {
  const { user, system } = process.threadCpuUsage();
  return user + system;
}
