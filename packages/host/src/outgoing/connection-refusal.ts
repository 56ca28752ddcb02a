/** Why an address is not opened; each is a text of `core:addresses`. */
export type RefusalReason = 'no-address' | 'not-http' | 'private-address' | 'with-password';

/** Thrown where a connection would be made; the person reads it as an `AddressRefusedError`. */
export class ConnectionRefusal extends Error {
  override readonly name = 'ConnectionRefusal';
  readonly reason: RefusalReason;
  readonly host: string;

  constructor(reason: RefusalReason, host: string) {
    super(`${host} must not be connected to (${reason}).`);
    this.reason = reason;
    this.host = host;
  }
}
