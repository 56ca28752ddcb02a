import type { Case } from '../database/case-repository.ts';

/** Whether a case is about somebody. A purge is only where it was of one person's messages, whom its reason names then. */
export function aimsAtPerson({
  type,
  reason,
  targetId,
}: Pick<Case, 'reason' | 'targetId' | 'type'>): boolean {
  return type !== 'purge' || (reason?.includes(targetId) ?? false);
}
