import type { Problem } from './discord-error.ts';
import { characters } from './json.ts';
import { tooLong } from './problem.ts';
import type { RequestToValidate } from './request.ts';

const MAXIMUM_REASON = 512;

/** The reason for the audit log, which comes in a header. */
export function* auditReasonProblems({ auditReason = '' }: RequestToValidate): Generator<Problem> {
  if (characters(auditReason) > MAXIMUM_REASON) yield tooLong(['X-Audit-Log-Reason'], MAXIMUM_REASON);
}
