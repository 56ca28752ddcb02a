import { UserError } from '@twi/sdk';
import { z } from 'zod';
import { plainRefusal } from '../errors.ts';
import { NOTHING } from '../links/title.ts';

/** A message has 2,000 characters, and the title stands before it. */
export const MAX_CONTENT_LENGTH = 1_800;
export const MAX_TAG_LENGTH = 50;

/** What may be changed of an entry; its title stays. */
export const entryContent = z.object({
  content: z.string(),
  tag: z.string().nullable(),
  showsPreview: z.boolean(),
});

export type EntryContent = z.output<typeof entryContent>;

/** What somebody typed about an entry; what is absent stays as it is. */
export interface TypedEntry {
  readonly content?: string | undefined;
  readonly tag?: string | undefined;
  readonly showsPreview?: boolean | undefined;
}

/** @throws {UserError} `creator-links.bad-content`, `creator-links.bad-tag` */
export function changedEntry(entry: EntryContent, { content, tag, showsPreview }: TypedEntry): EntryContent {
  return {
    content: content === undefined ? entry.content : readContent(content),
    tag: tag === undefined ? entry.tag : readTag(tag),
    showsPreview: showsPreview ?? entry.showsPreview,
  };
}

/** @throws {UserError} `creator-links.bad-content`, `creator-links.bad-tag` */
export function newEntry({ content, ...typed }: TypedEntry & { readonly content: string }): EntryContent {
  return changedEntry({ content: readContent(content), tag: null, showsPreview: true }, typed);
}

/** The content among all that a row has. */
export function entryOf(row: EntryContent): EntryContent {
  return entryContent.parse(row);
}

/**
 * A tag as it is stored: in lower case, without `#`; `null` for `-`, which takes it away.
 *
 * @throws {UserError} `creator-links.bad-tag`
 */
export function readTag(typed: string): string | null {
  const tag = typed.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim().replace(/^#\s*/, '');
  if (tag === NOTHING) return null;
  const isFit = tag.length <= MAX_TAG_LENGTH && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} _-]*$/u.test(tag);
  if (!isFit || /\d{17,20}/.test(tag)) throw new UserError(plainRefusal('bad-tag'));
  return tag;
}

function readContent(typed: string): string {
  const content = typed.trim();
  if (content === '' || content.length > MAX_CONTENT_LENGTH) throw new UserError(plainRefusal('bad-content'));
  return content;
}
