import type { Cheerio, CheerioAPI } from 'cheerio';

/** `Node.TEXT_NODE` of the DOM. */
const TEXT_NODE = 3;

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
export function paragraphsOf(selection: Selection): string | undefined {
  const copy = selection.first().clone();
  // What HTML treats as one space is one; what it breaks, breaks.
  const nodes = copy.toArray();
  for (const node of nodes)
    if ('data' in node && node.nodeType === TEXT_NODE) node.data = node.data.replaceAll(/\s+/g, ' ');
    else if ('children' in node) for (const child of node.children) nodes.push(child);
  copy.find('br').replaceWith('\n');
  copy.find('p, div, li, blockquote, hr').append('\n\n');
  // Not by an expression: one for spaces before a line's end takes seconds for a hundred thousand spaces without one.
  const lines = copy.text().split('\n');
  const text = lines
    .map((line) => line.trim())
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return text === '' ? undefined : text;
}
