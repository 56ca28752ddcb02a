import { UserError } from '@twi/sdk';
import { z } from 'zod';
import { badUrl } from '../errors.ts';
import { canonicalise } from '../platforms/canonicalise.ts';
import { readTitle, readUsername } from './title.ts';

/** What the owner of a link decides about it. */
export const linkContent = z.object({
  title: z.string(),
  url: z.string(),
  platform: z.string(),
  username: z.string().nullable(),
  weight: z.int(),
  isNsfw: z.boolean(),
  isFeatured: z.boolean(),
});

export type LinkContent = z.output<typeof linkContent>;

/** What somebody typed about a link; what is absent stays as it is. */
export interface TypedLink {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly username?: string | undefined;
  readonly weight?: number | undefined;
  readonly isNsfw?: boolean | undefined;
  readonly isFeatured?: boolean | undefined;
}

/** A new link needs these two. */
export interface TypedNewLink extends TypedLink {
  readonly title: string;
  readonly url: string;
}

/** @throws {UserError} for a title, a name or an address that is not taken */
export function newContent({ title, url, ...rest }: TypedNewLink): LinkContent {
  const { username, ...address } = readAddress(url);
  const blank = { title: readTitle(title), ...address, username: username ?? null };
  return changedContent({ ...blank, weight: 0, isNsfw: false, isFeatured: false }, rest);
}

/** @throws {UserError} for a title, a name or an address that is not taken */
export function changedContent(content: LinkContent, typed: TypedLink): LinkContent {
  const { title, url, username, ...rest } = typed;
  const address = url === undefined ? undefined : readAddress(url);
  return {
    title: title === undefined ? content.title : readTitle(title),
    url: address?.url ?? content.url,
    platform: address?.platform ?? content.platform,
    username: username === undefined ? nameAt(content, address) : readUsername(username),
    weight: rest.weight ?? content.weight,
    isNsfw: rest.isNsfw ?? content.isNsfw,
    isFeatured: rest.isFeatured ?? content.isFeatured,
  };
}

/** The content among all that a row has. */
export function contentOf(row: LinkContent): LinkContent {
  return linkContent.parse(row);
}

/** A new address brings its own name; that of the old one does not stay. */
function nameAt(
  content: LinkContent,
  address: { readonly url: string; readonly username: string | undefined } | undefined,
): string | null {
  if (!address || address.url === content.url) return content.username;
  return address.username ?? null;
}

function readAddress(typed: string) {
  const canonical = canonicalise(typed);
  if ('problem' in canonical) throw new UserError(badUrl(canonical));
  return canonical;
}
