import type { IncomingHttpHeaders } from 'node:http';
import type { Quota } from '../services/quotas.ts';

const KINDS = ['requests', 'tokens'] as const;
const UNIT_MS = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;

/**
 * What OpenAI says is left, in the headers of each answer
 * (https://developers.openai.com/api/docs/guides/rate-limits#rate-limits-in-headers).
 */
export function openAiQuotas(headers: IncomingHttpHeaders, now: Date): Quota[] {
  return KINDS.flatMap((what) => {
    const remaining = count(headers[`x-ratelimit-remaining-${what}`]);
    if (remaining === undefined) return [];
    const resetMs = spanMs(headers[`x-ratelimit-reset-${what}`]);
    return {
      what,
      remaining,
      limit: count(headers[`x-ratelimit-limit-${what}`]),
      resetsAt: resetMs === undefined ? undefined : new Date(now.getTime() + resetMs),
      asOf: now,
    };
  });
}

/** For how long OpenAI wants to be left alone, in milliseconds; `undefined` where it does not say. */
export function waitOf(headers: IncomingHttpHeaders, now: Date): number | undefined {
  const exact = Number(headers['retry-after-ms'] ?? Number.NaN);
  if (exact >= 0) return exact;
  const after = headers['retry-after'];
  if (after === undefined) return undefined;
  // Seconds, or a date (RFC 9110, section 10.2.3).
  const ms = /^\d+(?:\.\d+)?$/.test(after) ? Number(after) * 1_000 : Date.parse(after) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}

/** A number that is one; Azure tells -1 where it does not know. */
function count(header: string | readonly string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d+$/.test(header) ? Number(header) : undefined;
}

/** A span as OpenAI writes it: `1s`, `6m0s`, `17ms`. */
function spanMs(header: string | readonly string[] | undefined): number | undefined {
  if (typeof header !== 'string' || !/^(?:\d+(?:\.\d+)?(?:ms|[dhms]))+$/.test(header)) return undefined;
  return [...header.matchAll(/(?<value>\d+(?:\.\d+)?)(?<unit>ms|[dhms])/g)].reduce(
    (sum, { groups }) => sum + Number(groups?.['value']) * UNIT_MS[groups?.['unit'] as keyof typeof UNIT_MS], // -- by the pattern
    0,
  );
}
