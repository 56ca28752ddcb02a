import { auditReason } from '@twi/sdk';
import type { Case } from '../database/case-repository.ts';

/** What Discord's own audit log says, since it only knows that the bot did it: who wanted it, which case, and why. */
export function caseReason(
  { number, reason }: Pick<Case, 'number' | 'reason'>,
  moderatorName: string,
): string {
  return auditReason(`${moderatorName}, case #${number}${reason ? `: ${reason}` : ''}`);
}

/** Whether a reason that Discord has is the one that it was given for this case. No name has a comma in it. */
export function isReasonOf(opened: Pick<Case, 'number' | 'reason'>, reason: string | null): boolean {
  const [moderatorName = ''] = reason?.split(',', 1) ?? [];
  return reason === caseReason(opened, moderatorName);
}
