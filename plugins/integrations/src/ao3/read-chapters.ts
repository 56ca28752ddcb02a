import { load } from '../html/load-html.ts';
import { z } from 'zod';
import { authorsIn } from './read-authors.ts';
import { lineOf } from './page-text.ts';

/** A chapter that is posted. */
interface Ao3Chapter {
  readonly id: string;
  readonly number: number;
  readonly title: string | undefined;
  readonly url: string;
  readonly postedAt: Date | undefined;
}

/** The chapters of a work that are posted, first to last. */
export interface Ao3Chapters {
  readonly title: string;
  readonly author: { readonly name: string; readonly url: string } | undefined;
  readonly chapters: readonly Ao3Chapter[];
}

const title = z.string().min(1);

/** Reads the index of the chapters of a work (otwarchive, `works/navigate`). @throws {ZodError} where it is not one. */
export function readChapters(html: string, base: string): Ao3Chapters {
  const $ = load(html);
  const heading = $('#main h2.heading').first();
  const chapters = $('ol.chapter.index > li')
    .toArray()
    .flatMap((element, index) => {
      const link = $(element).find('a').first();
      const url = new URL(link.attr('href') ?? '', `${base}/`).href;
      const id = /\/chapters\/(\d+)/.exec(url)?.[1];
      // “2. The Second Course”, or “2. Chapter 2” where it has no name.
      const named = lineOf(link).replace(/^\d+\.\s*/, '');
      const day = /\d{4}-\d\d-\d\d/.exec($(element).find('.datetime').text())?.[0];
      return id === undefined
        ? []
        : [
            {
              id,
              number: index + 1,
              title: named === '' || /^Chapter \d+$/.test(named) ? undefined : named,
              url,
              postedAt: day === undefined ? undefined : new Date(`${day}T00:00:00Z`),
            },
          ];
    });
  return {
    title: title.parse(lineOf(heading.find('a[href*="/works/"]').first())),
    author: authorsIn($, heading, base)[0],
    chapters,
  };
}
