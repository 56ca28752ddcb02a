import { load } from '../html/load-html.ts';
import { type AnyFeed, parseFeed } from 'feedsmith';
import { paragraphsOf } from '../ao3/page-text.ts';
import { isForAdults, picturesOf } from './entry-media.ts';
import type { FeedDocument, FeedEntry } from './feed-document.ts';

type Parsed = AnyFeed;
type RssItem = NonNullable<Extract<Parsed, { format: 'rss' }>['feed']['items']>[number];
type RdfItem = NonNullable<Extract<Parsed, { format: 'rdf' }>['feed']['items']>[number];
type AtomEntry = NonNullable<Extract<Parsed, { format: 'atom' }>['feed']['entries']>[number];
type JsonItem = NonNullable<Extract<Parsed, { format: 'json' }>['feed']['items']>[number];

/** What the formats have in common, as they say it. */
interface Said {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly date: string | undefined;
  readonly author: string | undefined;
  readonly html: string | undefined;
  readonly pictures: readonly string[];
  readonly tags: readonly (string | undefined)[];
  readonly isAdult: boolean;
}

/** A feed that holds more is no list of what is new. */
const MOST_ENTRIES = 5_000;
/** More of a text is not looked at. */
const LONGEST_HTML = 50_000;

/**
 * Reads a feed. A large one takes seconds: `readFeedApart` lets others go on meanwhile.
 *
 * @param base where it was found, which its addresses may be relative to.
 * @throws when it is none.
 */
export function readFeed(text: string, base: string): FeedDocument {
  const { title, url, items } = contentOf(parseFeed(text));
  if (items.length > MOST_ENTRIES) throw new RangeError(`A feed of ${items.length} entries is none.`);
  return {
    title: textOf(title),
    url: absolute(url, base),
    items: items.flatMap((say) => itemOf(say, base) ?? []),
  };
}

function contentOf(parsed: Parsed): {
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly items: readonly Said[];
} {
  const { format, feed } = parsed;
  if (format === 'atom')
    return {
      title: feed.title?.value,
      url: alternate(feed.links),
      items: (feed.entries ?? []).map(ofAtom),
    };
  if (format === 'json')
    return {
      title: feed.title,
      url: feed.home_page_url,
      items: (feed.items ?? []).map(ofJson),
    };
  if (format === 'rdf') return { title: feed.title, url: feed.link, items: (feed.items ?? []).map(ofRdf) };
  return { title: feed.title, url: feed.link, items: (feed.items ?? []).map(ofRss) };
}

function ofRss({ guid, title, link, pubDate, authors, dc, description, content, ...more }: RssItem): Said {
  const author = authors?.[0];
  const { enclosures = [], media, categories = [] } = more;
  return {
    id: guid?.value,
    title,
    url: link ?? (guid?.isPermaLink === false ? undefined : guid?.value),
    date: pubDate ?? dc?.dates?.[0],
    author: (typeof author === 'string' ? author : author?.name) ?? dc?.creators?.[0],
    html: description ?? content?.encoded,
    pictures: picturesOf(enclosures, media, content?.encoded ?? description),
    tags: categories.map(({ name }) => name),
    isAdult: isForAdults(media),
  };
}

function ofRdf({ title, link, description, dc, media, content }: RdfItem): Said {
  return {
    id: link,
    title,
    url: link,
    date: dc?.dates?.[0],
    author: dc?.creators?.[0],
    html: description,
    pictures: picturesOf([], media, content?.encoded ?? description),
    tags: dc?.subjects ?? [],
    isAdult: isForAdults(media),
  };
}

function ofAtom({
  id,
  title,
  links,
  published,
  updated,
  authors,
  summary,
  content,
  ...more
}: AtomEntry): Said {
  const { media, categories = [] } = more;
  const enclosed = (links ?? [])
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type }) => ({ url: href, type }));
  return {
    id,
    title: title?.value,
    url: alternate(links),
    date: published ?? updated,
    author: authors?.[0]?.name,
    html: summary?.value ?? content?.value ?? media?.groups?.[0]?.description?.value,
    pictures: picturesOf(enclosed, media, content?.value ?? summary?.value),
    tags: categories.map(({ label, term }) => label ?? term),
    isAdult: isForAdults(media),
  };
}

function ofJson(item: JsonItem): Said {
  return {
    id: item.id,
    title: item.title,
    url: item.url,
    date: item.date_published,
    author: item.authors?.[0]?.name,
    html: item.summary ?? item.content_text ?? item.content_html,
    pictures: picturesOf(picturesOfJson(item), undefined, item.content_html),
    tags: item.tags ?? [],
    isAdult: false,
  };
}

function picturesOfJson({ image, banner_image: banner, attachments = [] }: JsonItem) {
  const [shown] = [image, banner].flatMap((url) => (url === undefined ? [] : { url, type: 'image/*' }));
  return [...(shown ? [shown] : []), ...attachments.map(({ url, mime_type: type }) => ({ url, type }))];
}

function itemOf(said: Said, base: string): FeedEntry | undefined {
  const { id, title, url, date, author, html, pictures, tags, isAdult } = said;
  const key = id ?? url ?? title;
  if (key === undefined) return undefined;
  const publishedAt = date === undefined ? undefined : new Date(date);
  return {
    id: key,
    title: textOf(title),
    url: absolute(url, base),
    publishedAt: publishedAt && !Number.isNaN(publishedAt.getTime()) ? publishedAt : undefined,
    author: textOf(author),
    text: textOf(html),
    pictures: pictures.flatMap((picture) => absolute(picture, base) ?? []),
    tags: tags.flatMap((tag) => textOf(tag) ?? []),
    isAdult,
  };
}

function alternate(
  links: readonly { readonly href?: string | undefined; readonly rel?: string | undefined }[] = [],
): string | undefined {
  return (links.find(({ rel }) => rel === undefined || rel === 'alternate') ?? links[0])?.href;
}

/** Only what people can open. */
function absolute(url: string | undefined, base: string): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url, base);
  return parsed && /^https?:$/.test(parsed.protocol) ? parsed.href : undefined;
}

/** Feeds hold HTML wherever they like. */
function textOf(html: string | undefined): string | undefined {
  if (html === undefined) return undefined;
  // Most titles are plain, and reading HTML takes long.
  if (!/[<&]/.test(html)) return html.replaceAll(/\s+/g, ' ').trim() || undefined;
  const $ = load(html.slice(0, LONGEST_HTML));
  $('script, style').remove();
  return paragraphsOf($('body'));
}
