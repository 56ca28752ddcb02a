import { DiscordAPIError } from 'discord.js';
import { z } from 'zod';
import type { GalleryContext } from '../../context.ts';
import { expiryOf } from '../../files/expiry-of.ts';

/** An address must work for at least so long. */
const MARGIN_MS = 600_000;
const refreshed = z.object({
  refreshed_urls: z.array(z.object({ original: z.string(), refreshed: z.string().nullish() })),
});

/**
 * Working addresses of those files of Discord's whose addresses have expired or soon do, by the old ones.
 *
 * https://docs.discord.com/developers/reference#signed-attachment-cdn-urls
 */
export async function refreshAddresses(
  { client, logger }: Pick<GalleryContext, 'client' | 'logger'>,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const stale = addresses.filter((address) => {
    const expiry = expiryOf(address);
    return expiry !== undefined && expiry - Date.now() < MARGIN_MS;
  });
  if (stale.length === 0) return new Map();
  try {
    const answer = await client.rest.post('/attachments/refresh-urls', { body: { attachment_urls: stale } });
    return new Map(
      refreshed
        .parse(answer)
        .refreshed_urls.flatMap(({ original, refreshed: fresh }) => (fresh ? [[original, fresh]] : [])),
    );
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    logger.warn('Discord did not refresh the addresses of files.', error);
    return new Map();
  }
}
