import { load } from '../html/load-html.ts';
import { z } from 'zod';
import type { Ao3List } from './ao3-work.ts';
import { lineOf, paragraphsOf } from './page-text.ts';
import { authorsIn } from './read-authors.ts';
import { readBlurbs } from './read-blurbs.ts';

const title = z.string().min(1);
const count = z
  .string()
  .transform((text) => Number(text.replaceAll(',', '')))
  .pipe(z.number().int().nonnegative());

/** Reads the page of a series. @throws {ZodError} where it is not one. */
export function readSeries(html: string, url: string, base: string): Ao3List {
  const $ = load(html);
  const meta = $('dl.series.meta');
  const stats = meta.find('dl.stats');
  // The rows of a series have no classes, so what stands before them tells them apart.
  const row = (label: string) =>
    meta
      .find('dt')
      .filter((_, term) => lineOf($(term)).startsWith(label))
      .first()
      .next('dd');
  const complete = lineOf(row('Complete'));
  return {
    title: title.parse(lineOf($('#main > h2.heading'))),
    url,
    authors: authorsIn($, row('Creator'), base),
    summary: paragraphsOf(row('Description').find('.userstuff')),
    count: count.parse(lineOf(stats.find('dd.works'))),
    words: count.parse(lineOf(stats.find('dd.words'))),
    isComplete: complete === '' ? undefined : complete === 'Yes',
    works: readBlurbs($, base),
  };
}

/** Reads the page of an author's works, newest first. @throws {ZodError} where it is not one. */
export function readAuthor(
  html: string,
  { url, name }: { readonly url: string; readonly name: string },
  base: string,
): Ao3List {
  const $ = load(html);
  // `1 - 20 of 57 Works by name`, or `3 Works by name` where all are on the page.
  const heading = lineOf($('#main > h2.heading'));
  const [, of, all] = /^(?:[\d,]+ - [\d,]+ of ([\d,]+)|([\d,]+)) Works?\b/.exec(heading) ?? [];
  return {
    title: name,
    url,
    authors: [{ name, url }],
    count: count.parse(of ?? all),
    works: readBlurbs($, base),
  };
}
