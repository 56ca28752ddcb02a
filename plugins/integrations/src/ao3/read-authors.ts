import type { CheerioAPI } from 'cheerio';
import type { Ao3Author } from './ao3-work.ts';
import { lineOf } from './page-text.ts';

/** Who is named within an element; nobody where it says “Anonymous”. */
export function authorsIn($: CheerioAPI, within: ReturnType<CheerioAPI>, base: string): Ao3Author[] {
  return within
    .find('a[rel="author"]')
    .toArray()
    .map((link) => ({
      name: lineOf($(link)),
      url: new URL($(link).attr('href') ?? '', `${base}/`).href,
    }));
}
