import { setTimeout as sleep } from 'node:timers/promises';
import type { ILogger } from '@sapphire/framework';
import type { JobQueue } from './job-queue.ts';

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;

export interface StartJobsParts {
  readonly jobs: Pick<JobQueue, 'start'>;
  readonly logger: Pick<ILogger, 'error'>;
  /** Ends the attempts. */
  readonly signal: AbortSignal;
}

/** Starts the jobs of a bot that is up, again and again until it succeeds: the database may be away. Does not reject. */
export async function startJobs({ jobs, logger, signal }: StartJobsParts): Promise<void> {
  for (let delay = FIRST_DELAY_MS; !signal.aborted; delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    try {
      await jobs.start();
      return;
    } catch (error) {
      if (signal.aborted) return;
      logger.error(`Jobs cannot be run; that is tried again in ${delay / 1_000} s.`, error);
    }
    await sleep(delay, undefined, { signal, ref: false }).catch(() => undefined); // -- the loop sees the end
  }
}
