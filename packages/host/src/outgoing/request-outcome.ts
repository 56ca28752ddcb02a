import { AddressRefusedError, ResponseTooLargeError } from '@twi/sdk';
import { AbortError, HTTPError, TimeoutError } from 'got';

/** How a request to the outside world ended. */
export type RequestOutcome =
  | 'aborted'
  | 'failed'
  | 'http-error'
  | 'refused'
  | 'success'
  | 'timeout'
  | 'too-large';

const OUTCOMES = [
  [AddressRefusedError, 'refused'],
  [ResponseTooLargeError, 'too-large'],
  [TimeoutError, 'timeout'],
  [HTTPError, 'http-error'],
  [AbortError, 'aborted'],
] as const;

/** Tells it by the error that the request failed with; of a stream's error, the cause counts too. */
export function requestOutcome(error: unknown): RequestOutcome {
  if (!error) return 'success';
  const cause = error instanceof Error ? error.cause : undefined;
  const known = OUTCOMES.find(([kind]) => error instanceof kind || cause instanceof kind);
  return known?.[1] ?? 'failed';
}
