import { load } from '../../html/load-html.ts';

/** A feed that a page names. */
export interface NamedFeed {
  readonly url: string;
  /** Empty where the page does not say. */
  readonly title: string;
}

const TYPES: ReadonlySet<string> = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/feed+json',
  'application/rdf+xml',
]);
const COMMENTS = /comments?(?:\b|[-_/])|kommentare|comentarios/i;

/**
 * The feeds that a page names for whoever wants to follow it (RSS Autodiscovery: `link rel="alternate"`), each once. Those
 * of comments are left out where there is another.
 *
 * @param base where the page was found, which its addresses may be relative to.
 */
export function feedsInPage(html: string, base: string): readonly NamedFeed[] {
  const $ = load(html);
  const root = URL.parse($('base[href]').attr('href') ?? '', base)?.href ?? base;
  const found = new Map<string, NamedFeed>();
  $('link[rel~="alternate" i][href]').each((_, element) => {
    const link = $(element);
    const type = (link.attr('type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
    const url = URL.parse(link.attr('href') ?? '', root);
    if (!TYPES.has(type) || !url || !/^https?:$/.test(url.protocol)) return;
    if (!found.has(url.href))
      found.set(url.href, { url: url.href, title: (link.attr('title') ?? '').trim() });
  });
  const feeds = [...found.values()];
  const own = feeds.filter(
    ({ url, title }) => !COMMENTS.test(title) && !COMMENTS.test(new URL(url).pathname),
  );
  return own.length > 0 ? own : feeds;
}
