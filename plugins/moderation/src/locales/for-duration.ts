import { phrase, type Phrase } from '@twi/sdk';

/** `" for 2 days"` in whichever language, or nothing for what has no end. */
export function forDuration(ms: number | undefined): Phrase | string {
  return ms === undefined ? '' : phrase('moderation:for-duration', { ms });
}
