/** SQLSTATE classes and socket errors that say "PostgreSQL is not there" rather than "the query is wrong". */
const CODE = /^(?:08...|57P0[1-5]|53300|ECONN\w+|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND)$/;
/** The driver and its pool say this without a code. */
const MESSAGE =
  /^(?:Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;

/** Whether an error says that the database cannot be reached at present. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? CODE.test(code) : MESSAGE.test(error.message);
}
