import type { HTTPError } from '@twi/sdk';

/**
 * For how long a service wants to be left alone, in milliseconds, as `Retry-After` (RFC 9110, section 10.2.3) or X's
 * `x-rate-limit-reset` tells; `undefined` where it does not say.
 */
export function waitOf(
  { headers }: { readonly headers: HTTPError['response']['headers'] },
  now: number,
): number | undefined {
  const after = headers['retry-after'];
  const reset = headers['x-rate-limit-reset'];
  const until = after === undefined ? Number(reset) * 1_000 : afterToTime(after, now);
  return Number.isFinite(until) ? Math.max(1_000, until - now) : undefined;
}

function afterToTime(after: string, now: number): number {
  return /^\d+$/.test(after) ? now + Number(after) * 1_000 : Date.parse(after);
}
