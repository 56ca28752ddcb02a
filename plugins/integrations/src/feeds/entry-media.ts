import { load } from '../html/load-html.ts';

/** A file that a feed names, as Media RSS (https://www.rssboard.org/media-rss) or the feed's own format says it. */
interface NamedFile {
  readonly url?: string | undefined;
  readonly type?: string | undefined;
  readonly medium?: string | undefined;
  readonly ratings?: readonly Rating[] | undefined;
}

interface Rating {
  readonly value?: string | undefined;
}

interface NamedFiles {
  readonly contents?: readonly NamedFile[] | undefined;
  readonly thumbnails?: readonly NamedFile[] | undefined;
  readonly ratings?: readonly Rating[] | undefined;
}

/** What Media RSS says of an entry. */
export interface EntryMedia extends NamedFiles {
  readonly groups?: readonly NamedFiles[] | undefined;
}

/** More is nothing that people look at in a channel. */
const MOST_PICTURES = 10;
/** A smaller picture than this is there to count who reads. */
const SMALLEST_PIXELS = 3;
/** More of a text is not looked at. */
const LONGEST_HTML = 50_000;

/**
 * The addresses of the pictures of an entry, the best that it names: files, then previews, then what its text shows.
 *
 * @param files that stand beside the entry, in the feed's own format.
 */
export function picturesOf(files: readonly NamedFile[], media: EntryMedia = {}, html = ''): string[] {
  const all = [media, ...(media.groups ?? [])];
  const named = [...files, ...all.flatMap(({ contents = [] }) => contents)].filter(isPicture);
  const thumbnails = all.flatMap((part) => part.thumbnails ?? []).slice(0, 1);
  const found = (named.length > 0 ? named : thumbnails).flatMap(({ url }) => url ?? []);
  return [...new Set(found.length > 0 ? found : picturesIn(html))].slice(0, MOST_PICTURES);
}

/** Whether an entry is marked as for adults, as Mastodon marks what is sensitive. */
export function isForAdults(media: EntryMedia = {}): boolean {
  const all = [media, ...(media.groups ?? [])].flatMap((part) => [part, ...(part.contents ?? [])]);
  return all.some(({ ratings = [] }) => ratings.some(({ value }) => value?.trim().toLowerCase() === 'adult'));
}

function isPicture({ type, medium }: NamedFile): boolean {
  return medium === 'image' || /^image\//i.test(type ?? '');
}

function picturesIn(html: string): string[] {
  if (!html.includes('<img')) return [];
  const $ = load(html.slice(0, LONGEST_HTML));
  return $('img[src]')
    .toArray()
    .map((element) => $(element))
    .filter(
      (image) => !['width', 'height'].some((side) => Number(image.attr(side) ?? Infinity) < SMALLEST_PIXELS),
    )
    .flatMap((image) => image.attr('src') ?? [])
    .slice(0, 1);
}
