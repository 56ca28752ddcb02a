import type { CheerioAPI } from 'cheerio';
import { load } from '../html/load-html.ts';
import { authorsIn } from './read-authors.ts';
import { ao3Work, type Ao3Work } from './ao3-work.ts';
import { lineOf, linesOf, paragraphsOf } from './page-text.ts';

/**
 * Reads the page of a work.
 *
 * @throws {ZodError} where it is not one, or AO3 changed its markup.
 */
export function readWork(html: string, id: string, base: string): Ao3Work {
  const $ = load(html);
  const meta = $('dl.work.meta');
  const stats = meta.find('dl.stats');
  // The preface of the first chapter has a summary, too.
  const preface = $('.preface.group').not('.chapter').first();
  const published = stat($, 'published');
  return ao3Work.parse({
    id,
    title: lineOf(preface.find('h2.title')),
    authors: authorsIn($, preface.find('.byline'), base),
    rating: tags($, 'rating')[0] ?? '',
    warnings: tags($, 'warning'),
    categories: tags($, 'category'),
    fandoms: tags($, 'fandom'),
    relationships: tags($, 'relationship'),
    characters: tags($, 'character'),
    tags: tags($, 'freeform'),
    language: lineOf(meta.find('dd.language')) || undefined,
    words: stat($, 'words'),
    chapters: lineOf(stats.find('dd.chapters')),
    kudos: stat($, 'kudos'),
    publishedAt: published,
    updatedAt: stat($, 'status') ?? published,
    summary: paragraphsOf(preface.find('.summary .userstuff')),
  });
}

function tags($: CheerioAPI, kind: string): string[] {
  return linesOf($, $(`dl.work.meta dd.${kind}.tags a.tag`));
}

function stat($: CheerioAPI, name: string): string | undefined {
  return lineOf($(`dl.work.meta dl.stats dd.${name}`)) || undefined;
}
