import { clip } from './clip.ts';

/** Discord's limit for `X-Audit-Log-Reason` (Resources › Audit Log). */
const MOST_CHARACTERS = 512;

/** What Discord's own audit log is to say about a change, cut to what it takes. It only knows that the bot did it. */
export function auditReason(text: string): string {
  return clip(text, MOST_CHARACTERS).toWellFormed();
}
