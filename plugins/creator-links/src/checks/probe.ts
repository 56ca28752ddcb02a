import { ResponseTooLargeError } from '@twi/sdk';
import type { CreatorLinksContext } from '../context.ts';

/** `failing`: nothing is there at present. `unknown`: it could not be found out. */
export type Verdict = 'alive' | 'failing' | 'unknown';

/** The page itself is of no interest: so much of it is enough. */
const MAX_BYTES = 262_144;
const UNAVAILABLE = 503;
const NOTHING_THERE: ReadonlySet<number> = new Set([404, 410]);
/** Somebody answers, and only does not want to be asked. */
const UNWILLING: ReadonlySet<number> = new Set([401, 403, 429]);

/**
 * Asks whether something is at an address: with `HEAD`, which costs a site least, and with `GET` where that says no, since
 * many sites do not answer it.
 *
 * @throws when `signal` is aborted.
 */
export async function probe(
  http: CreatorLinksContext['http'],
  url: string,
  signal: AbortSignal,
): Promise<Verdict> {
  try {
    const status = await statusOf(http, { url, method: 'HEAD', signal });
    if (status < 400 || UNWILLING.has(status)) return 'alive';
    return verdictOn(await statusOf(http, { url, method: 'GET', signal }));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof ResponseTooLargeError) return 'alive';
    // The bot's own resolver is at fault, not the site.
    return error instanceof Error && 'code' in error && error.code === 'EAI_AGAIN' ? 'unknown' : 'failing';
  }
}

interface Asking {
  readonly url: string;
  readonly method: 'HEAD' | 'GET';
  readonly signal: AbortSignal;
}

async function statusOf(http: CreatorLinksContext['http'], { url, method, signal }: Asking): Promise<number> {
  const { statusCode } = await http(url, {
    method,
    signal,
    throwHttpErrors: false,
    retry: { limit: 0 },
    context: { maxBytes: MAX_BYTES },
  });
  return statusCode;
}

function verdictOn(status: number): Verdict {
  if (status === UNAVAILABLE) return 'unknown';
  return NOTHING_THERE.has(status) || (status >= 500 && status < 600) ? 'failing' : 'alive';
}
