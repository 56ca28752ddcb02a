import type { RequestFault } from '../faults.ts';

const DEFAULT_RETRY_MS = 1_000;

/** Renders the answer of a fault that was asked for. */
export function faultAnswer(fault: RequestFault) {
  if (fault.status === 429) {
    const answer = rateLimitAnswer({ retryAfterMs: fault.retryAfterMs ?? DEFAULT_RETRY_MS, isGlobal: false });
    return { ...answer, body: fault.body ?? answer.body };
  }
  const body = fault.body ?? { message: `${fault.status}: failure that was asked for`, code: 0 };
  return { status: fault.status, body };
}

/** Renders the 429 of a request too many. Source: Discord's documentation, "Exceeding A Rate Limit". */
export function rateLimitAnswer(refused: { retryAfterMs: number; isGlobal: boolean }) {
  const seconds = Math.max(refused.retryAfterMs, 1) / 1_000;
  const headers: Record<string, string> = {
    'Retry-After': String(Math.ceil(seconds)),
    'X-RateLimit-Scope': refused.isGlobal ? 'global' : 'user',
    ...(refused.isGlobal && { 'X-RateLimit-Global': 'true' }),
  };
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: refused.isGlobal };
  return { status: 429, body, headers };
}
