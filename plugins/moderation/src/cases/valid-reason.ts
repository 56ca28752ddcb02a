import { UserError } from '@twi/sdk';
import { badReason, MAX_REASON_LENGTH } from '../errors.ts';

/**
 * A reason without the spaces around it.
 *
 * @throws {UserError} `moderation.bad-reason` unless it has 1 to 1,000 characters.
 */
export function validReason(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > MAX_REASON_LENGTH) throw new UserError(badReason(trimmed.length));
  return trimmed;
}
