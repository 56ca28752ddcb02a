import { UserError } from '@twi/sdk';
import { badTag, tooManyTags } from '../errors.ts';

/** The most tags that an item has. */
export const MOST_TAGS = 10;
/** The most characters that a tag has. */
export const LONGEST_TAG = 30;
/** Only people, channels and the like have such numbers, and tags are shown to everybody. */
const ID = /\d{15}/;

/** A tag as it is kept: lower case, one space between words, no `#` before it. */
export function normaliseTag(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s#]+/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/**
 * Tags as they are kept, without those that are there twice.
 *
 * @throws {UserError} `gallery.bad-tag`, `gallery.too-many-tags`
 */
export function validTags(typed: readonly string[]): string[] {
  const tags = [...new Set(typed.map(normaliseTag).filter((tag) => tag !== ''))];
  const bad = tags.find(
    (tag) => tag.length > LONGEST_TAG || tag.includes(',') || ID.test(tag) || !/[\p{L}\p{N}]/u.test(tag),
  );
  if (bad !== undefined) throw new UserError(badTag(bad, LONGEST_TAG));
  if (tags.length > MOST_TAGS) throw new UserError(tooManyTags(tags.length, MOST_TAGS));
  return tags;
}

/** The tags that an option holds, with commas between them. */
export function splitTags(typed: string): string[] {
  return typed.split(',');
}
