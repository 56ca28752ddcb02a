import { UserError } from '@twi/sdk';
import { busy } from '../errors.ts';

/** A service wants to be left alone for a while. */
export class BusyError extends UserError {
  /** For how long, in milliseconds, where it says so. */
  readonly waitMs: number | undefined;

  /** @param service what people call it, such as `AO3`. */
  constructor(service: string, waitMs: number | undefined) {
    super(busy(service, waitMs === undefined ? undefined : Math.ceil(waitMs / 1_000)));
    this.waitMs = waitMs;
  }
}
