import type { RateLimitScope, RequestFault } from './request-faults.ts';
import type { Answer } from './send-answer.ts';

const DEFAULT_RETRY_MS = 1_000;

/** Breakages of which the bot gets no answer at all, so that the request need not be carried out before. */
const SILENT: ReadonlySet<string> = new Set(['hang', 'reset']);

/** Whether the answer that goes wrong is that of a request that was carried out. */
export function isCarriedOut(fault: RequestFault): boolean {
  return fault.afterwards === true || ('breaks' in fault && !SILENT.has(fault.breaks));
}

/** Renders what a fault makes of an answer; of none, where the request was not carried out. */
export function faultAnswer(fault: RequestFault, answer?: Answer): Answer {
  if ('breaks' in fault) {
    const { status = 0, body } = answer ?? {};
    return { status: SILENT.has(fault.breaks) ? 0 : status, body, breaks: fault.breaks };
  }
  if (fault.status === 429) {
    const { retryAfterMs = DEFAULT_RETRY_MS, scope = 'user' } = fault;
    const limited = rateLimitAnswer({ retryAfterMs, scope });
    return { ...limited, body: fault.body ?? limited.body };
  }
  const body = fault.body ?? { message: `${fault.status}: failure that was asked for`, code: 0 };
  return { status: fault.status, body };
}

/** Renders the 429 of a request too many. Source: Discord's documentation, "Exceeding A Rate Limit". */
export function rateLimitAnswer({
  retryAfterMs,
  scope,
}: {
  readonly retryAfterMs: number;
  readonly scope: RateLimitScope;
}): Answer {
  const seconds = Math.max(retryAfterMs, 1) / 1_000;
  const isGlobal = scope === 'global';
  const headers: Record<string, string> = {
    'Retry-After': String(Math.ceil(seconds)),
    'X-RateLimit-Scope': scope,
    ...(isGlobal && { 'X-RateLimit-Global': 'true' }),
  };
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal };
  return { status: 429, body, headers };
}
