// https://www.postgresql.org/docs/current/errcodes-appendix.html
const LOST_RACES = new Set([
  '40001', // serialization_failure
  '40P01', // deadlock_detected
]);
const TRANSIENT_STATES = new Set([
  ...LOST_RACES,
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
]);
const CONNECTION_EXCEPTION_CLASS = '08';
const SOCKET_ERRORS = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT']);
// The driver reports these without a code.
const DRIVER_MESSAGE = /^(Connection terminated|Client has encountered a connection error)/;
const STALE_PLAN_STATE = '0A000';
const STALE_PLAN_MESSAGE = 'cached plan must not change result type';
const UNKNOWN_STATEMENT_STATE = '26000';

/** Whether the same work may well succeed when it is tried again: a lost race, a deadlock or a lost connection. */
export function isTransientError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === undefined) return DRIVER_MESSAGE.test(error.message);
  return (
    TRANSIENT_STATES.has(code) ||
    SOCKET_ERRORS.has(code) ||
    (code.length === 5 && code.startsWith(CONNECTION_EXCEPTION_CLASS)) ||
    isStaleStatement(error)
  );
}

/** Whether others came first, so that the transaction was rolled back and may be run again from its start. */
export function isLostRace(error: unknown): boolean {
  return error instanceof Error && LOST_RACES.has(codeOf(error) ?? '');
}

/** Whether a prepared statement no longer fits: a migration changed its table, or the server forgot it. */
export function isStaleStatement(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return (
    code === UNKNOWN_STATEMENT_STATE ||
    (code === STALE_PLAN_STATE && error.message.includes(STALE_PLAN_MESSAGE))
  );
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
