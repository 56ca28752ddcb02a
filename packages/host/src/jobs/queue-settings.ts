import type { Job } from '@twi/sdk';
import type { QueueOptions } from 'pg-boss';

const DEFAULT_TIMEOUT_SECONDS = 60;
const DEFAULT_RETRIES = 5;
const FIRST_RETRY_SECONDS = 2;
const LONGEST_RETRY_SECONDS = 3_600;
/** A process that dies leaves its jobs claimed; this long after their time-out another one may take them. */
const CLAIM_MARGIN_SECONDS = 30;
const YEAR_SECONDS = 31_536_000;
const DAY_SECONDS = 86_400;

/** Of a job of whatever data. */
type JobTimes = Pick<Job<never>, 'timeoutSeconds' | 'retries'>;

/** How long one run of a job may take, in milliseconds. */
export function jobTimeoutMs({ timeoutSeconds = DEFAULT_TIMEOUT_SECONDS }: JobTimes): number {
  return timeoutSeconds * 1_000;
}

/** pg-boss's settings for the queue of a job. */
export function queueSettings(job: JobTimes): QueueOptions {
  return {
    expireInSeconds: jobTimeoutMs(job) / 1_000 + CLAIM_MARGIN_SECONDS,
    retryLimit: job.retries ?? DEFAULT_RETRIES,
    retryDelay: FIRST_RETRY_SECONDS,
    retryBackoff: true,
    retryDelayMax: LONGEST_RETRY_SECONDS,
    // Jobs of a plugin that is not loaded wait; pg-boss would drop them after two weeks.
    retentionSeconds: YEAR_SECONDS,
    deleteAfterSeconds: DAY_SECONDS,
  };
}
