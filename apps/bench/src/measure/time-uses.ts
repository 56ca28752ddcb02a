import type { Limit } from '@twi/proving';
import { median, percentile } from './percentile.ts';

/** What people do, by the words for it. The number says which time it is that it is done. */
export type Uses = Readonly<Record<string, (round: number) => Promise<unknown>>>;

/** How long one use took. */
export interface UseTime {
  readonly use: string;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Times each use some rounds long. The first ones fill the caches of the database, and are thrown away. */
export async function timeUses(
  uses: Uses,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<UseTime[]> {
  const figures: UseTime[] = [];
  for (const [use, ask] of Object.entries(uses)) {
    const times: number[] = [];
    for (let round = 0; round < rounds + warmUp; round += 1) {
      const start = performance.now();
      await ask(round);
      if (round >= warmUp) times.push(performance.now() - start);
    }
    figures.push({ use, p50Ms: median(times), p95Ms: percentile(times, 0.95) });
  }
  return figures;
}

/** Asks of the slowest of some uses that 95 of 100 take no longer. */
export function slowestWithin(what: string, figures: readonly UseTime[], atMost: number): Limit {
  const slowest = figures.toSorted((a, b) => b.p95Ms - a.p95Ms)[0];
  return {
    what: `${what}, p95 of the slowest: ${slowest?.use ?? 'nothing'}`,
    measured: slowest?.p95Ms ?? Number.NaN,
    atMost,
    unit: 'ms',
  };
}
