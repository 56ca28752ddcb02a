import { UpstreamError, UserError } from '@twi/sdk';
import { unreadableFile } from './config-refusals.ts';

/** A whole server's settings are some kilobytes. */
const MAX_BYTES = 1_048_576;
const TIMEOUT_MS = 10_000;

/**
 * The text of a file that Discord keeps.
 *
 * @throws {UserError} `core.unreadable-settings-file` when it is larger than 1 MiB.
 * @throws {UpstreamError} when Discord does not hand it out.
 */
export async function downloadFile({
  url,
  size,
}: {
  readonly url: string;
  readonly size: number;
}): Promise<string> {
  if (size > MAX_BYTES) throw new UserError(unreadableFile('it is larger than 1 MiB'));
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) throw new Error(`the answer was ${response.status}`);
    return await response.text();
  } catch (cause) {
    throw new UpstreamError('Discord', 'the file could not be fetched', { cause });
  }
}
