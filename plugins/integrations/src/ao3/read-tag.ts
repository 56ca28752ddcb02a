import { load } from '../html/load-html.ts';
import type { Ao3Work } from './ao3-work.ts';
import { readBlurbs } from './read-blurbs.ts';

/** What is posted with a tag. */
export interface Ao3Tag {
  readonly name: string;
  /** Of its feed; tags for fandoms, characters and relationships have one. */
  readonly feedId: string | undefined;
  readonly works: readonly Ao3Work[];
}

/** Reads the page of the works with a tag. @param key its name as in the address. */
export function readTag(html: string, key: string, base: string): Ao3Tag {
  const $ = load(html);
  const feed = $('a[href$="/feed.atom"], link[href$="/feed.atom"]').first().attr('href') ?? '';
  return {
    name: tagName(key),
    feedId: /\/tags\/(\d+)\/feed\.atom$/.exec(feed)?.[1],
    works: readBlurbs($, base),
  };
}

/** AO3 writes some signs in other ways in addresses (otwarchive, `Tag#to_param`). */
function tagName(key: string): string {
  return key
    .replaceAll('*s*', '/')
    .replaceAll('*a*', '&')
    .replaceAll('*d*', '.')
    .replaceAll('*q*', '?')
    .replaceAll('*h*', '#');
}
