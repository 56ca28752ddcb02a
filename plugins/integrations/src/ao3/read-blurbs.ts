import type { CheerioAPI } from 'cheerio';
import { ao3Work, type Ao3Work } from './ao3-work.ts';
import { lineOf, linesOf, paragraphsOf } from './page-text.ts';
import { authorsIn } from './read-authors.ts';

/**
 * Reads the works that a page lists. A work that only people with an account may see, or that is not revealed yet, is
 * listed without what is needed, and left out.
 */
export function readBlurbs($: CheerioAPI, base: string): Ao3Work[] {
  return $('li.work.blurb')
    .toArray()
    .flatMap((element) => {
      const result = ao3Work.safeParse(readBlurb($, $(element), base));
      return result.success ? [result.data] : [];
    });
}

function readBlurb($: CheerioAPI, blurb: ReturnType<CheerioAPI>, base: string): unknown {
  const title = blurb.find('h4.heading a[href*="/works/"]').first();
  const stat = (name: string) => lineOf(blurb.find(`dl.stats dd.${name}`)) || undefined;
  const tags = (kind: string) => linesOf($, blurb.find(`ul.tags li.${kind} a.tag`));
  const required = (kind: string) => lineOf(blurb.find(`ul.required-tags .${kind}`));
  return {
    id: /\/works\/(\d+)/.exec(title.attr('href') ?? '')?.[1],
    title: lineOf(title),
    authors: authorsIn($, blurb.find('h4.heading'), base),
    rating: required('rating'),
    warnings: tags('warnings'),
    categories: required('category').split(', ').filter(Boolean),
    fandoms: linesOf($, blurb.find('h5.fandoms a.tag')),
    relationships: tags('relationships'),
    characters: tags('characters'),
    tags: tags('freeforms'),
    language: stat('language'),
    words: stat('words'),
    chapters: stat('chapters'),
    kudos: stat('kudos'),
    updatedAt: lineOf(blurb.find('p.datetime')),
    summary: paragraphsOf(blurb.find('.summary')),
  };
}
