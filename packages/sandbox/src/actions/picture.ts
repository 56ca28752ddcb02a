import { createHash } from 'node:crypto';
import { DiscordError, invalidFormBody } from '../rules/discord-error.ts';

const DATA_URI = /^data:(image\/(?:png|jpe?g|gif|webp|avif));base64,([A-Za-z0-9+/=]+)$/;

/**
 * Reads a picture that came as a data URI.
 *
 * @throws DiscordError 50035 for what is no picture, 50138 for too many bytes
 * @see https://docs.discord.com/developers/reference#image-data
 */
export function readPicture(
  uri: string,
  { field, maximumBytes }: { field: string; maximumBytes: number },
): { contentType: string; bytes: Buffer } {
  const [, contentType, data] = DATA_URI.exec(uri) ?? [];
  if (contentType === undefined || data === undefined) {
    throw invalidFormBody([{ path: [field], code: 'IMAGE_INVALID', message: 'Invalid image data' }]);
  }
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > maximumBytes) {
    throw new DiscordError(400, 50_138, 'Failed to resize asset below the maximum size: 262144');
  }
  return { contentType, bytes };
}

/** Names a picture by the hash of what is in it, as Discord does. */
export function pictureHash(picture: string): string {
  return createHash('md5').update(picture).digest('hex');
}
