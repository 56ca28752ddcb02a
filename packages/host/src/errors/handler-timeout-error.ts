import type { EntryPoint } from '../entry-point.ts';

/** A handler of a plugin took longer than it may: the fault is the plugin's. */
export class HandlerTimeoutError extends Error {
  override readonly name = 'HandlerTimeoutError';

  constructor({ plugin, kind, name }: EntryPoint, ms: number, what: 'finish' | 'answer') {
    super(`The ${kind} "${name}" of the plugin "${plugin}" did not ${what} within ${ms} ms.`);
    // The stack would be that of the host's timer, which tells nobody anything.
    this.stack = `${this.name}: ${this.message}`;
  }
}
