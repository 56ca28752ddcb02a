import type { HandlerTimeoutError } from './handler-timeout-error.ts';

/** A handler took longer than it may while Discord answered nobody as it should: no fault of its plugin. */
export class SlowDiscordError extends Error {
  override readonly name = 'SlowDiscordError';

  constructor(late: HandlerTimeoutError) {
    super(`${late.message} Discord does not answer as it should.`, { cause: late });
    this.stack = `${this.name}: ${this.message}`;
  }
}
