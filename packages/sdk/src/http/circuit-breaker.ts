import { AbortError, type ExtendOptions, HTTPError, RequestError } from 'got';
import { UpstreamError } from '../errors.ts';
import { AddressRefusedError } from './errors.ts';

/** Of more hosts, those whose trouble began first are forgotten. */
const MAX_HOSTS = 1_000;
const FIRST_SERVER_ERROR = 500;

export interface BreakerOptions {
  /** After so many failures in a row a host is left alone; from 1. */
  readonly failures: number;
  /** For how long, in milliseconds; one request then finds out whether it is well again. */
  readonly pauseMs: number;
}

/** What is known of a host that failed last time. */
interface Trouble {
  readonly failures: number;
  /** Until when nothing is asked of it; 0 while it may be asked. */
  readonly until: number;
}

/**
 * What a client is extended with to leave a host alone that is down: requests to it fail at once with an
 * `UpstreamError`. Failures are time-outs, broken connections and answers from 500 on, each after its retries. It knows
 * what goes through the clients that it is given to, in this process; streams pass by it.
 *
 * @example
 * const http = context.http.extend(circuitBreaker({ failures: 5, pauseMs: 60_000 }));
 */
export function circuitBreaker({ failures, pauseMs }: BreakerOptions): ExtendOptions {
  const troubled = new Map<string, Trouble>();

  function noteEnd(host: string, error: unknown): void {
    // They say nothing of the host.
    if (error instanceof AbortError || error instanceof AddressRefusedError) return;
    if (!isFailure(error)) return void troubled.delete(host);
    const [oldest = ''] = troubled.size >= MAX_HOSTS ? troubled.keys() : [];
    troubled.delete(oldest);
    const count = (troubled.get(host)?.failures ?? 0) + 1;
    troubled.set(host, { failures: count, until: count >= failures ? performance.now() + pauseMs : 0 });
  }

  /** @throws {UpstreamError} while the host is left alone. */
  function assertClosed(host: string): void {
    const trouble = troubled.get(host);
    if (!trouble?.until) return;
    if (trouble.until > performance.now())
      throw new UpstreamError(host, 'it failed too often, so it is left alone for a while');
    // This request finds out for all; the others go on waiting.
    troubled.set(host, { ...trouble, until: performance.now() + pauseMs });
  }

  return {
    handlers: [
      (options, next) => {
        if (options.isStream) return next(options);
        const host = options.url instanceof URL ? options.url.host : '';
        // -- got gives it the methods of the promise that it stands for
        return guarded(async () => next(options)) as ReturnType<typeof next>;

        async function guarded(run: () => Promise<unknown>): Promise<unknown> {
          assertClosed(host);
          try {
            const response = await run();
            noteEnd(host, undefined);
            return response;
          } catch (error) {
            noteEnd(host, error);
            throw error;
          }
        }
      },
    ],
  };
}

/** Whether it says something about the host's health; an answer that somebody else is to blame for does not. */
function isFailure(error: unknown): boolean {
  if (error instanceof HTTPError) return error.response.statusCode >= FIRST_SERVER_ERROR;
  return error instanceof RequestError;
}
