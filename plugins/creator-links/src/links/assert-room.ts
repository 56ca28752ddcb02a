import { UserError } from '@twi/sdk';
import type { LinkRow } from '../database/link-repository.ts';
import { plainRefusal, titleRefusal, tooManyLinks } from '../errors.ts';
import type { LinkContent } from './link-content.ts';
import { titleKey } from './title.ts';

/** How many there may be; or, of a link that is there already, its number. */
type Room =
  | { readonly maxLinks: number; readonly except?: never }
  | { readonly maxLinks?: never; readonly except: string };

/**
 * Makes sure that a link may stand among those that a person has.
 *
 * @throws {UserError} `creator-links.title-taken`, `creator-links.url-taken`, `creator-links.too-many`
 */
export function assertRoom(
  there: readonly LinkRow[],
  { title, url }: LinkContent,
  { maxLinks, except }: Room,
): void {
  const others = there.filter(({ id }) => id !== except);
  const sameTitle = others.find((other) => other.titleKey === titleKey(title));
  if (sameTitle) throw new UserError(titleRefusal('title-taken', sameTitle.title));
  const sameUrl = others.find((other) => other.url === url);
  if (sameUrl?.isNsfw) throw new UserError(plainRefusal('url-taken-unseen'));
  if (sameUrl) throw new UserError(titleRefusal('url-taken', sameUrl.title));
  if (maxLinks !== undefined && others.length >= maxLinks) throw new UserError(tooManyLinks(others.length));
}
