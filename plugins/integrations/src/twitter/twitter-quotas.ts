import type { IncomingHttpHeaders } from 'node:http';
import type { Quota } from '../services/quotas.ts';

/** What X counts by itself, by the end of the address. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\/users\/by\/username\/[^/]+$/, 'requests for accounts'],
  [/\/users\/\d+\/tweets$/, 'requests for timelines'],
  [/\/tweets\/\d+$/, 'requests for posts'],
];

/** What X says is left of a quarter of an hour (https://docs.x.com/x-api/fundamentals/rate-limits). */
export function twitterQuotas({ pathname }: URL, headers: IncomingHttpHeaders, now: Date): Quota[] {
  const what = KINDS.find(([pattern]) => pattern.test(pathname))?.[1];
  const [remaining, limit, reset] = ['remaining', 'limit', 'reset'].map((name) =>
    count(headers[`x-rate-limit-${name}`]),
  );
  if (what === undefined || remaining === undefined) return [];
  return [
    {
      what,
      remaining,
      limit,
      resetsAt: reset === undefined ? undefined : new Date(reset * 1_000),
      asOf: now,
    },
  ];
}

function count(header: string | readonly string[] | undefined): number | undefined {
  return typeof header === 'string' && /^\d{1,12}$/.test(header) ? Number(header) : undefined;
}
