import { createRequire } from 'node:module';
import type * as Cheerio from 'cheerio';

const require = createRequire(import.meta.url);

/** Reads a page. What reads it comes in three hundred files, so it is loaded with the first page, not with the bot. */
export function load(html: string): Cheerio.CheerioAPI {
  const cheerio: typeof Cheerio = require('cheerio');
  return cheerio.load(html);
}
