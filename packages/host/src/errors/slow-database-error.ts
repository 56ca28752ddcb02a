import type { HandlerTimeoutError } from './handler-timeout-error.ts';

/** A handler took longer than it may while the database kept everybody waiting: no fault of its plugin. */
export class SlowDatabaseError extends Error {
  override readonly name = 'SlowDatabaseError';

  constructor(late: HandlerTimeoutError) {
    super(`${late.message} The database is slow.`, { cause: late });
    this.stack = `${this.name}: ${this.message}`;
  }
}
