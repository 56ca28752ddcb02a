import type { MemberActor } from '@twi/sandbox';
import { COMMAND } from '../command.ts';
import { percentile } from './percentile.ts';

const WARM_UP = 1_000;
const COUNT = 4_000;
/** Enough that the client never waits for the next one, as with many members at once. */
const IN_FLIGHT = 64;

/** How fast a bot answered. */
export interface InteractionFigures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Keeps a number of slash commands in flight until all are answered, and measures the answers. */
export async function measureInteractions(member: MemberActor): Promise<InteractionFigures> {
  await run(member, WARM_UP);
  const start = performance.now();
  const latencies = await run(member, COUNT);
  const seconds = (performance.now() - start) / 1_000;
  return {
    perSecond: COUNT / seconds,
    p50Ms: percentile(latencies, 0.5),
    p99Ms: percentile(latencies, 0.99),
  };
}

async function run(member: MemberActor, count: number): Promise<number[]> {
  const latencies: number[] = [];
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const sent = performance.now();
      await member.slash(COMMAND.name);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return latencies;
}
