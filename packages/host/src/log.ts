import { RunContext } from './dispatch/run-context.ts';
import { createLogger, type HostLogger } from './logging/logger.ts';
import { createRedact, type Redact } from './logging/redact.ts';
import type { HostOptions } from './options.ts';

/** What is there before everything else: how things are told, and what is never told. */
export interface Log {
  readonly logger: HostLogger;
  readonly redact: Redact;
  readonly runs: RunContext;
}

export function createLog(options: HostOptions): Log {
  const runs = new RunContext();
  const redact = createRedact([options.token, ...(options.secrets ?? [])]);
  return { runs, redact, logger: createLogger({ ...options, runs, redact }) };
}
