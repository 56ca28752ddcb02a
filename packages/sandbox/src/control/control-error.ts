/** A control request that cannot be carried out; `message` says what is accepted. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
  /** HTTP status of the answer. */
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
