import { finished } from 'node:stream';
import { type RequestLimits, ResponseTooLargeError } from '@twi/sdk';
import {
  type GotReturn,
  type HandlerFunction,
  HTTPError,
  type Options,
  type Progress,
  type Request,
} from 'got';
import type { GuardedAgents } from './guarded-agents.ts';
import { requestThrough } from './guarded-request.ts';
import { type RequestOutcome, requestOutcome } from './request-outcome.ts';

const MAX_BYTES = 10_485_760;

/** What the requests of one plugin have in common. */
export interface RequestBounds {
  readonly agents: GuardedAgents;
  /** Aborted when the plugin is unloaded. */
  readonly unloaded: AbortSignal;
  /** Told how each request ended. */
  readonly ended: (outcome: RequestOutcome) => void;
}

/**
 * Puts every request through the guarded agents, whatever its options say, bounds what it takes into memory, and ends it
 * with its plugin.
 */
export function boundedRequests({ agents, unloaded, ended }: RequestBounds): HandlerFunction {
  return (options, next) => {
    const end = new AbortController();
    const given = options.signal ? [options.signal] : [];
    options.signal = AbortSignal.any([unloaded, end.signal, ...given]);
    options.request = requestThrough(agents, options.signal);
    // got reads an answer that sets cookies past the count of its bytes.
    options.cookieJar = undefined;
    if (options.isStream) return boundStream(options, next, ended);
    const running = next(options);
    onTooLarge(running, options, (error) => end.abort(error));
    // -- got gives it the methods of the promise that it stands for
    return settled(running, end, ended) as ReturnType<typeof next>;
  };
}

async function settled(
  running: GotReturn,
  end: AbortController,
  ended: RequestBounds['ended'],
): Promise<unknown> {
  try {
    const response: unknown = await running;
    ended('success');
    return response;
  } catch (thrown) {
    const error: unknown = end.signal.aborted ? end.signal.reason : thrown;
    ended(requestOutcome(error));
    throw error;
  } finally {
    // got lets the body of a redirect run on to its end, which may never come.
    end.abort();
  }
}

/** got reads the answer to a failed stream whole, past the count of its bytes, so it is not let do that. */
function boundStream<Running extends GotReturn>(
  options: Options,
  next: (options: Options) => Running,
  ended: RequestBounds['ended'],
): Running {
  const { throwHttpErrors } = options;
  options.throwHttpErrors = false;
  const running = next(options);
  const stream = running as Request; // -- asked for by `isStream`
  onTooLarge(stream, options, (error) => stream.destroy(error));
  finished(stream, { writable: false }, (error) => ended(requestOutcome(error)));
  if (throwHttpErrors)
    stream.on('response', (response) => {
      if (!response.ok) stream.destroy(new HTTPError(response));
    });
  return running;
}

/** Counts what arrives after decompression; the length that a server announces counts too. */
function onTooLarge(
  running: GotReturn,
  { context, url }: Options,
  stop: (error: ResponseTooLargeError) => void,
): void {
  const { maxBytes = MAX_BYTES } = context as RequestLimits; // -- what `context.http` documents
  const host = url instanceof URL ? url.host : 'A web site';
  const count = ({ transferred, total = 0 }: Progress): void => {
    if (Math.max(transferred, total) > maxBytes) stop(new ResponseTooLargeError(host, maxBytes));
  };
  (running as Request).on('downloadProgress', count); // -- a promise has the same event
}
