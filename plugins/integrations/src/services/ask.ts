import { HTTPError, UpstreamError, UserError } from '@twi/sdk';
import { refusedCredentials } from '../errors.ts';
import { BusyError } from './busy-error.ts';
import { waitOf } from './wait-of.ts';

const UNAUTHORISED = 401;
const TOO_MANY_REQUESTS = 429;

/**
 * Asks a service, and says what went wrong as people call it.
 *
 * @param service what people call it, such as `AO3`.
 * @throws {BusyError} where it wants to be left alone.
 * @throws {UserError} `integrations.refused-credentials` where it does not know who asks.
 * @throws {UpstreamError} for all else that is not meant for the person who asked.
 */
export async function ask<T>(service: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    if (cause instanceof HTTPError) {
      const { statusCode } = cause.response;
      if (statusCode === TOO_MANY_REQUESTS) throw new BusyError(service, waitOf(cause.response, Date.now()));
      if (statusCode === UNAUTHORISED) throw new UserError(refusedCredentials(service));
    }
    throw new UpstreamError(service, 'a request failed', { cause });
  }
}
