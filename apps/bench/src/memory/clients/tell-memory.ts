import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'discord.js';
import { END_EVENT } from '../large-discord.ts';

/** What a bot takes after everything that nobody needs any more was collected. */
export interface MemoryFigures {
  readonly rssBytes: number;
  /** The most that it took until then. */
  readonly peakBytes: number;
  readonly heapBytes: number;
  readonly externalBytes: number;
  /** Time that the process has computed since its start, in microseconds. */
  readonly cpuUs: number;
}

/** Collecting may let go of more that can be collected. */
const COLLECTIONS = 4;
const PAUSE_MS = 500;
/** V8 gives pages back to the system that it has not needed for eight seconds. */
const SETTLED_MS = 10_000;
const BYTES_PER_KIBIBYTE = 1_024;

/** Tells the parent when it asks: first what the bot takes once it is ready, then after what the parent sends. */
export function tellMemory(client: Client): void {
  let asked = 0;
  const tell = async (): Promise<void> => {
    asked += 1;
    if (asked > 1) await once(client.ws, END_EVENT);
    process.send?.(await measure());
  };
  process.on('message', () => void tell());
}

async function measure(): Promise<MemoryFigures> {
  setFlagsFromString('--expose-gc');
  // -- the flag makes it
  const collect = runInNewContext('gc') as () => void;
  const { user, system } = process.cpuUsage();
  for (let collection = 0; collection < COLLECTIONS; collection += 1) {
    collect();
    await sleep(PAUSE_MS);
  }
  await sleep(SETTLED_MS);
  const { rss, heapUsed, external } = process.memoryUsage();
  const peakBytes = process.resourceUsage().maxRSS * BYTES_PER_KIBIBYTE;
  return { rssBytes: rss, peakBytes, heapBytes: heapUsed, externalBytes: external, cpuUs: user + system };
}
