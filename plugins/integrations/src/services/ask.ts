import { HTTPError, UpstreamError, UserError } from '@twi/sdk';
import { busy, refusedCredentials } from '../errors.ts';

const UNAUTHORISED = 401;
const TOO_MANY_REQUESTS = 429;

/**
 * Asks a service, and says what went wrong as people call it.
 *
 * @param service what people call it, such as `AO3`.
 * @throws {UserError} `integrations.busy` where it wants to be left alone, `integrations.refused-credentials` where it
 * does not know who asks.
 * @throws {UpstreamError} for all else that is not meant for the person who asked.
 */
export async function ask<T>(service: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    if (cause instanceof HTTPError) {
      const { statusCode } = cause.response;
      if (statusCode === TOO_MANY_REQUESTS)
        throw new UserError(busy(service, secondsToWait(cause.response, Date.now())));
      if (statusCode === UNAUTHORISED) throw new UserError(refusedCredentials(service));
    }
    throw new UpstreamError(service, 'a request failed', { cause });
  }
}

/**
 * For how long a service wants to be left alone, in seconds, as `Retry-After` (RFC 9110, section 10.2.3) or X's
 * `x-rate-limit-reset` tells; `undefined` where it does not say.
 */
function secondsToWait(
  { headers }: { readonly headers: HTTPError['response']['headers'] },
  now: number,
): number | undefined {
  const after = headers['retry-after'];
  const reset = headers['x-rate-limit-reset'];
  const until = after === undefined ? Number(reset) * 1_000 : afterToTime(after, now);
  return Number.isFinite(until) ? Math.max(1, Math.ceil((until - now) / 1_000)) : undefined;
}

function afterToTime(after: string, now: number): number {
  return /^\d+$/.test(after) ? now + Number(after) * 1_000 : Date.parse(after);
}
