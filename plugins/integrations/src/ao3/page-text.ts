import type { Cheerio, CheerioAPI } from 'cheerio';

type Selection = Cheerio<ReturnType<CheerioAPI>[number]>;

/** The text of an element on one line. */
export function lineOf(selection: Selection): string {
  return selection.text().replaceAll(/\s+/g, ' ').trim();
}

/** The text of each element, without empty ones. */
export function linesOf($: CheerioAPI, selection: Selection): string[] {
  return selection
    .toArray()
    .map((element) => lineOf($(element)))
    .filter((line) => line !== '');
}

/** The text of an element with its paragraphs and line breaks, or `undefined` where there is none. */
export function paragraphsOf($: CheerioAPI, selection: Selection): string | undefined {
  const copy = selection.first().clone();
  // What HTML treats as one space is one; what it breaks, breaks.
  copy
    .find('*')
    .addBack()
    .contents()
    .filter((_, { nodeType }) => nodeType === 3)
    .each((_, node) => {
      $(node).replaceWith(escapeText($(node).text().replaceAll(/\s+/g, ' ')));
    });
  copy.find('br').replaceWith('\n');
  copy.find('p, div, li, blockquote, hr').append('\n\n');
  const text = copy
    .text()
    .replaceAll(/ *\n */g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? undefined : text;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
