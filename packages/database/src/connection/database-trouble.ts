import { isConnectionLost } from './connection-lost.ts';

/** `away`: it cannot be reached. `busy`: others hold what is wanted. `full`: it takes nothing more in, or its disk is broken. */
export type DatabaseTrouble = 'away' | 'busy' | 'full';

/** SQLSTATEs by trouble (https://www.postgresql.org/docs/current/errcodes-appendix.html); those of `away` are known elsewhere. */
const CODES = {
  // Lost races for rows, deadlocks, locks that were not let go of in time.
  busy: /^(?:40001|40P01|55P03)$/,
  // Insufficient resources, system errors, a standby that takes no writes.
  full: /^(?:53...|58...|25006)$/,
} as const;

/**
 * What an error says of the database itself: that it cannot do now what it could do at another time. `undefined` where the
 * query is wrong, or the error is none of the database's.
 */
export function databaseTrouble(error: unknown): DatabaseTrouble | undefined {
  if (isConnectionLost(error)) return 'away';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return undefined;
  if (CODES.busy.test(code)) return 'busy';
  return CODES.full.test(code) ? 'full' : undefined;
}
