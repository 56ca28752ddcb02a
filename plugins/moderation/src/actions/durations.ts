import { parseDuration, UserError } from '@twi/sdk';
import { badDuration } from '../errors.ts';

/** Discord's longest timeout: 28 days (Resources › Guild › Modify Guild Member). */
const LONGEST_TIMEOUT_MS = 2_419_200_000;
/** Five years of 365 days; who should stay away longer is banned for good. */
const LONGEST_BAN_MS = 157_680_000_000;

/**
 * Milliseconds of a timeout as people type it.
 *
 * @throws {UserError} `moderation.bad-duration` unless it is a duration of at most 28 days.
 */
export function parseTimeoutDuration(text: string): number {
  const ms = parseDuration(text);
  if (ms === undefined || ms > LONGEST_TIMEOUT_MS) throw new UserError(badDuration(text, 'at most 28 days'));
  return ms;
}

/**
 * Milliseconds of a ban as people type it, or `undefined` for one without end: `perm`, or nothing at all.
 *
 * @throws {UserError} `moderation.bad-duration` unless it is `perm` or a duration of at most five years.
 */
export function parseBanDuration(text: string | null): number | undefined {
  if (text === null || text.trim().toLowerCase() === 'perm') return undefined;
  const ms = parseDuration(text);
  if (ms === undefined || ms > LONGEST_BAN_MS)
    throw new UserError(badDuration(text, 'at most 5 years, or `perm` for a ban without end'));
  return ms;
}
