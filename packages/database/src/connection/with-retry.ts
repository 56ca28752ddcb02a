import { setTimeout as sleep } from 'node:timers/promises';
import { isTransientError } from './transient-error.ts';

const DEFAULT_ATTEMPTS = 5;
const FIRST_DELAY_MS = 20;
const LONGEST_DELAY_MS = 2_000;

export interface RetryOptions {
  /** How often the work is tried in all, at least 1; 5 when absent. */
  readonly attempts?: number;
  /** After which errors it is tried again; after every transient one when absent. */
  readonly after?: (error: unknown) => boolean;
}

/**
 * Runs work again when it lost a race, met a deadlock or lost its connection, with growing, jittered pauses.
 *
 * The work must be a whole unit that may run twice: usually one statement, or one transaction. When the connection is
 * lost during a commit, nobody knows whether the commit happened.
 *
 * @throws the last error; every other error at once.
 */
export async function withRetry<Result>(
  work: () => Promise<Result>,
  options: RetryOptions = {},
): Promise<Result> {
  const { attempts = DEFAULT_ATTEMPTS, after = isTransientError } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= attempts || !after(error)) throw error;
      const delay = Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS);
      await sleep(delay * (0.5 + Math.random() / 2));
    }
  }
}
