import { type RequestLimits, ResponseTooLargeError, UpstreamError, UserError } from '@twi/sdk';
import { type Got, HTTPError } from 'got';

/** Slow hosts must not keep the place of others for long. */
const TIMEOUT_MS = 60_000;
const GONE: readonly number[] = [403, 404, 410];

/**
 * The bytes at an address; `too-large` for more than `maxBytes` of them, of which no more are taken in, `gone` where there
 * is nothing.
 *
 * @throws {UserError} for an address into a private network
 * @throws {UpstreamError} when the host does not answer
 */
export async function download(
  http: Got,
  address: string,
  maxBytes: number,
): Promise<Buffer<ArrayBuffer> | 'gone' | 'too-large'> {
  try {
    const { body } = await http.get(address, {
      responseType: 'buffer',
      timeout: { request: TIMEOUT_MS },
      context: { maxBytes } satisfies RequestLimits,
    });
    return Buffer.from(body);
  } catch (error) {
    if (error instanceof ResponseTooLargeError) return 'too-large';
    if (error instanceof UserError) throw error;
    if (error instanceof HTTPError && GONE.includes(error.response.statusCode)) return 'gone';
    throw new UpstreamError(new URL(address).hostname, 'a file could not be downloaded', { cause: error });
  }
}
