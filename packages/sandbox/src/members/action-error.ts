/** Why a member's action did not happen, or led to nothing. */
export type ActionFailure =
  | 'unknown-command'
  | 'unknown-option'
  | 'missing-option'
  | 'invalid-option'
  | 'unknown-component'
  | 'component-disabled'
  | 'unknown-modal'
  | 'missing-permission'
  | 'unknown-target'
  | 'no-response';

/** A member's action that the client would not have let them do, or that the bot left unanswered. */
export class SandboxActionError extends Error {
  override readonly name = 'SandboxActionError';
  readonly reason: ActionFailure;

  constructor(reason: ActionFailure, message: string) {
    super(message);
    this.reason = reason;
  }
}
