import { RunContext } from './dispatch/run-context.ts';
import { HiddenValues } from './logging/hidden-values.ts';
import { createLogger, type HostLogger } from './logging/logger.ts';
import { createRedact, type Redact } from './logging/redact.ts';
import type { HostOptions } from './options.ts';

/** What is there before everything else: how things are told, and what is never told. */
export interface Log {
  readonly logger: HostLogger;
  readonly redact: Redact;
  readonly runs: RunContext;
  /** Makes sure that a value that was not known at the start is never told. */
  readonly hide: (secret: string) => void;
}

export function createLog(options: HostOptions): Log {
  const runs = new RunContext();
  const hidden = new HiddenValues([options.token, ...(options.secrets ?? [])]);
  const redact = createRedact(hidden);
  return {
    runs,
    redact,
    hide: (secret) => hidden.add(secret),
    logger: createLogger({ ...options, runs, redact }),
  };
}
