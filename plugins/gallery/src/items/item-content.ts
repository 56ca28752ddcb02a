import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { badUrl, emptyTitle, tooLong } from '../errors.ts';
import { validTags } from './tags.ts';

export const LONGEST_TITLE = 100;
export const LONGEST_DESCRIPTION = 2_000;
export const LONGEST_CREATOR = 100;
/** As the table takes it. */
export const LONGEST_URL = 2_048;

/** What people say about an item. */
export interface ItemContent {
  readonly title: string;
  readonly url: string | null;
  readonly description: string | null;
  /** Who made it, as a name. */
  readonly creator: string | null;
  /** Who made it, when they have an account. */
  readonly creatorId: Snowflake | null;
  readonly tags: string[];
  readonly nsfw: boolean;
}

/** Content as callers give it; what is absent or empty is nothing. */
export interface GivenContent {
  readonly title: string;
  readonly url?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly creator?: string | null | undefined;
  readonly creatorId?: Snowflake | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly nsfw: boolean;
}

/**
 * Content as it is kept: without spaces around it, within the limits.
 *
 * @throws {UserError} `gallery.empty-title`, `gallery.too-long`, `gallery.bad-url`, `gallery.bad-tag`, `gallery.too-many-tags`
 */
export function validContent(given: GivenContent): ItemContent {
  return {
    title: validTitle(given.title),
    url: given.url ? validUrl(given.url) : null,
    description: within('description', given.description, LONGEST_DESCRIPTION),
    creator: within('creator', given.creator, LONGEST_CREATOR),
    creatorId: given.creatorId ?? null,
    tags: validTags(given.tags ?? []),
    nsfw: given.nsfw,
  };
}

function validTitle(typed: string): string {
  const title = within('title', typed.replaceAll(/\s+/gu, ' '), LONGEST_TITLE);
  if (title === null) throw new UserError(emptyTitle());
  return title;
}

/**
 * An address as it is kept.
 *
 * @throws {UserError} `gallery.bad-url` unless it is one of the web, without a password in it.
 */
export function validUrl(typed: string): string {
  const url = URL.parse(typed.trim());
  const isOfWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (!url || !isOfWeb || url.username || url.password || url.href.length > LONGEST_URL)
    throw new UserError(badUrl(typed));
  return url.href;
}

function within(
  option: 'creator' | 'description' | 'title',
  typed: string | null | undefined,
  most: number,
): string | null {
  const text = typed?.trim();
  if (!text) return null;
  if (text.length > most) throw new UserError(tooLong(option, text.length, most));
  return text;
}
