import type { Container } from '@sapphire/pieces';
import type { Job } from '@twi/sdk';
import { jobTimeoutMs } from './queue-settings.ts';

export interface RunJobOptions {
  readonly name: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a job of whatever data; its own schema has checked it
  readonly definition: Job<any>;
  readonly data: unknown;
  readonly container: Container;
  /** Aborted when the bot gives up waiting for it. */
  readonly stopSignal: AbortSignal;
}

/**
 * Runs a job within its time.
 *
 * @throws {Error} what the job throws, that its data does not fit its schema, or that it took too long; its signal is then aborted.
 */
export async function runJob({
  name,
  definition,
  data,
  container,
  stopSignal,
}: RunJobOptions): Promise<void> {
  const timeout = new AbortController();
  const timeoutMs = jobTimeoutMs(definition);
  const tooLate = new Error(`The job ${name} took longer than ${timeoutMs / 1_000} s.`);
  const timer = setTimeout(() => timeout.abort(tooLate), timeoutMs);
  const signal = AbortSignal.any([stopSignal, timeout.signal]);
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => reject(signal.reason);
  signal.addEventListener('abort', abort);
  try {
    signal.throwIfAborted();
    const run = definition.run({ data: definition.data.parse(data), container, signal });
    await Promise.race([run, aborted]);
  } finally {
    clearTimeout(timer);
    // Node keeps a signal made of others for as long as somebody listens to it: here until the process stops.
    signal.removeEventListener('abort', abort);
  }
}
