import { type RequestLimits, ResponseTooLargeError, UpstreamError, UserError } from '@twi/sdk';
import type { GalleryContext } from '../context.ts';

/** Slow hosts must not keep the place of others for long. */
const TIMEOUT_MS = 60_000;
const GONE: readonly number[] = [403, 404, 410];

interface DownloadLimits {
  /** No more is taken in. */
  readonly maxBytes: number;
  /** For the whole of it. Default: a minute, with further tries where the host stumbles. */
  readonly patienceMs?: number;
  /** The option that the address was typed into, for who typed one that may not be opened. */
  readonly option?: string;
}

/**
 * The bytes at an address; `too-large` for more than may be taken in, `gone` where there is nothing.
 *
 * @throws {UserError} for an address into a private network
 * @throws {UpstreamError} when the host does not answer
 */
export async function download(
  http: GalleryContext['http'],
  address: string,
  { patienceMs, ...limits }: DownloadLimits,
): Promise<Buffer<ArrayBuffer> | 'gone' | 'too-large'> {
  try {
    const { body, ok, statusCode } = await http.get(address, {
      responseType: 'buffer',
      throwHttpErrors: false,
      timeout: { request: patienceMs ?? TIMEOUT_MS },
      ...(patienceMs !== undefined && { retry: { limit: 0 } }),
      context: limits satisfies RequestLimits,
    });
    if (GONE.includes(statusCode)) return 'gone';
    if (!ok) throw new UpstreamError(hostOf(address), `it answers ${statusCode}`);
    return Buffer.from(body);
  } catch (error) {
    if (error instanceof ResponseTooLargeError) return 'too-large';
    if (error instanceof UserError || error instanceof UpstreamError) throw error;
    throw new UpstreamError(hostOf(address), 'a file could not be downloaded', { cause: error });
  }
}

function hostOf(address: string): string {
  return new URL(address).hostname;
}
