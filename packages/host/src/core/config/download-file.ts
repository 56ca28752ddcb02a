import {
  type PluginContext,
  type RequestLimits,
  ResponseTooLargeError,
  UpstreamError,
  UserError,
} from '@twi/sdk';
import { unreadableFile } from './config-refusals.ts';

/** A whole server's settings are some kilobytes. */
const LIMITS: RequestLimits = { maxBytes: 1_048_576 };
const TIMEOUT_MS = 10_000;

/**
 * The text of a file that Discord keeps.
 *
 * @throws {UserError} `core.unreadable-settings-file` when it is larger than 1 MiB.
 * @throws {UpstreamError} when Discord does not hand it out.
 */
export async function downloadFile(
  { url }: { readonly url: string },
  { http }: Pick<PluginContext, 'http'>,
): Promise<string> {
  try {
    return await http.get(url, { context: LIMITS, timeout: { request: TIMEOUT_MS } }).text();
  } catch (error) {
    if (error instanceof ResponseTooLargeError)
      throw new UserError(unreadableFile('it is larger than 1 MiB'));
    throw new UpstreamError('Discord', 'the file could not be fetched', { cause: error });
  }
}
