import type { Random } from '../load/random.ts';

/** When a process is killed. */
export interface Lifetime {
  /** `starting`: so long after it was spawned; `serving`: after it came up; `stopping`: after it was told to stop. */
  readonly during: 'starting' | 'serving' | 'stopping';
  readonly ms: number;
}

const LONGEST_SERVICE_MS = 4_000;
const LONGEST_STOP_MS = 600;
const STARTING_SHARE = 0.35;
const STOPPING_SHARE = 0.1;

/** A random point to kill at. @param startMs how long a start takes on this machine */
export function pickLifetime(random: Random, startMs: number): Lifetime {
  const share = random.next();
  if (share < STARTING_SHARE) return { during: 'starting', ms: random.below(startMs) };
  if (share < STARTING_SHARE + STOPPING_SHARE)
    return { during: 'stopping', ms: random.below(LONGEST_STOP_MS) };
  return { during: 'serving', ms: random.below(LONGEST_SERVICE_MS) };
}
