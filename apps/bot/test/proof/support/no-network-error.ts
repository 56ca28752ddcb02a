/**
 * What asking for the addresses of any host ends with in the proofs, so that nothing of what plugins ask leaves the
 * machine. It is none of the errors that are tried again, as nothing will change.
 */
export class NoNetworkError extends Error {
  readonly code = 'ENODATA';

  constructor() {
    super('Nothing leaves the machine in a proof.');
  }
}
