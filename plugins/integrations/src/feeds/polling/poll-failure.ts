import { AddressRefusedError, HTTPError, ResponseTooLargeError, UpstreamError, UserError } from '@twi/sdk';
import type { PauseReason } from '../../database/feed-tables.ts';
import { BusyError } from '../../services/busy-error.ts';
import { waitOf } from '../../services/wait-of.ts';

/** What a reading failed of, and what follows. */
export interface PollFailure {
  /** For people and statistics, such as `feed-missing`. */
  readonly name: string;
  /** For how long the site wants to be left alone, in milliseconds. */
  readonly waitMs?: number | undefined;
  /** Whether the target itself was asked; else it is not to blame. */
  readonly isCounted: boolean;
  /** After so many in a row all who follow it are paused. */
  readonly limit: number;
  readonly reason: PauseReason;
}

/** With doubling waits, ten take about two days for a feed that is read every quarter of an hour. */
const MOST_FAILURES = 10;
const MOST_OTHER = 8;
const MOST_MISSING = 5;
const MOST_REFUSED = 3;
/** A site that was not asked since it fails for others, too. */
const LEFT_ALONE_MS = 90_000;
const SERVICE_UNAVAILABLE = 503;

const GONE: Readonly<Record<string, number>> = {
  'feed-gone': MOST_REFUSED,
  'feed-missing': MOST_MISSING,
  'no-such-work': MOST_MISSING,
  'no-such-series': MOST_MISSING,
  'no-such-author': MOST_MISSING,
  'no-such-tag': MOST_MISSING,
  'no-such-account': MOST_MISSING,
  'no-such-artist': MOST_MISSING,
  'account-suspended': MOST_MISSING,
  'account-protected': MOST_MISSING,
  'work-restricted': MOST_MISSING,
};
const CREDENTIALS: ReadonlySet<string> = new Set(['not-configured', 'refused-credentials']);

export function failureOf(error: unknown, now: number): PollFailure {
  if (error instanceof BusyError)
    return { name: 'busy', waitMs: error.waitMs, isCounted: true, limit: MOST_FAILURES, reason: 'failing' };
  if (error instanceof AddressRefusedError)
    return { name: 'refused-address', isCounted: true, limit: MOST_REFUSED, reason: 'failing' };
  if (error instanceof UserError) return refusedBy(error.identifier.replace(/^\w+\./, ''));
  if (error instanceof UpstreamError) return upstream(error, now);
  return { name: 'error', isCounted: true, limit: MOST_FAILURES, reason: 'failing' };
}

function refusedBy(name: string): PollFailure {
  const limit = GONE[name];
  if (limit !== undefined) return { name, isCounted: true, limit, reason: 'gone' };
  if (CREDENTIALS.has(name)) return { name, isCounted: true, limit: MOST_REFUSED, reason: 'credentials' };
  return { name, isCounted: true, limit: MOST_OTHER, reason: 'failing' };
}

function upstream({ cause }: UpstreamError, now: number): PollFailure {
  const basis = { name: 'no-answer', isCounted: true, limit: MOST_FAILURES, reason: 'failing' } as const;
  if (cause instanceof ResponseTooLargeError) return { ...basis, name: 'too-large', limit: MOST_OTHER };
  if (cause instanceof UpstreamError) return { ...basis, isCounted: false, waitMs: LEFT_ALONE_MS };
  const isUnavailable = cause instanceof HTTPError && cause.response.statusCode === SERVICE_UNAVAILABLE;
  return isUnavailable ? { ...basis, waitMs: waitOf(cause.response, now) } : basis;
}
