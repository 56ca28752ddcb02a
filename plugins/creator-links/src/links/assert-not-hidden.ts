import { UserError } from '@twi/sdk';
import type { CreatorKey, LinkRepository } from '../database/link-repository.ts';
import { plainRefusal } from '../errors.ts';

/**
 * Makes sure that a link which the staff hid does not come back as a new one after its owner removed it.
 *
 * @throws {UserError} `creator-links.url-hidden`
 */
export async function assertNotHidden(
  links: LinkRepository,
  creator: CreatorKey,
  url: string,
): Promise<void> {
  if (await links.isHiddenAmongRemoved(creator, url)) throw new UserError(plainRefusal('url-hidden'));
}
