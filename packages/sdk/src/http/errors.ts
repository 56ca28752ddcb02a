import { UpstreamError, UserError } from '../errors.ts';

/**
 * An address that `context.http` does not open: it leads into a private network, is not `http` or `https`, or holds a
 * user name or a password. Whoever gave it reads why when the error is let through.
 */
export class AddressRefusedError extends UserError {}

/** An answer that is larger than the request allows; nothing of it was kept. */
export class ResponseTooLargeError extends UpstreamError {
  /** What the request allowed, in bytes. */
  readonly maxBytes: number;

  constructor(host: string, maxBytes: number) {
    super(host, `the answer is larger than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}
