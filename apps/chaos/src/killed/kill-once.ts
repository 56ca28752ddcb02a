import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BotProcess } from '@twi/proving';
import type { Lifetime } from './lifetimes.ts';

const UP = 'Up in';

/** What a process was at when it was killed, or that it ended by itself. */
export type Death = Lifetime['during'] | 'by itself';

/** Lets a process live, and ends it with `kill -9`. @returns what it was really at */
export async function killOnce(running: BotProcess, { during, ms }: Lifetime): Promise<Death> {
  const ended = new AbortController();
  running.child.once('exit', () => ended.abort());
  const isUp = () => running.output.includes(UP);
  if (during === 'starting') await sleepUnless(ended.signal, ms);
  else {
    // Its end is looked at below.
    await running.says(UP).catch(() => undefined);
    if (during === 'stopping') running.child.kill('SIGTERM');
    await sleepUnless(ended.signal, ms);
  }
  // One that was told to stop may be faster than the kill.
  if (running.hasEnded)
    return during === 'stopping' && running.child.exitCode === 0 ? 'stopping' : 'by itself';
  const wasUp = isUp();
  const exit = once(running.child, 'exit');
  running.child.kill('SIGKILL');
  await exit;
  return during === 'starting' && wasUp ? 'serving' : during;
}

async function sleepUnless(signal: AbortSignal, ms: number): Promise<void> {
  // The signal only wakes it earlier.
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
