import { z } from 'zod';
import { ADULT_RATINGS } from '../../ao3/adult-ratings.ts';
import type { Ao3Address } from '../../ao3/ao3-address.ts';
import { type Ao3Client, BY_DAY } from '../../ao3/ao3-client.ts';
import type { Ao3Work } from '../../ao3/ao3-work.ts';
import type { FeedEntry } from '../feed-document.ts';
import type { NewFeedItem } from '../feed-item.ts';
import type { Reading, TargetToRead } from './feed-source.ts';

type Lead<Kind extends Ao3Address['kind']> = Extract<Ao3Address, { kind: Kind }>;
type State = TargetToRead['state'];

/** How many works of a series are on a page. */
const PAGE_SIZE = 20;
const NOT_RATED = 'Not Rated';

const workState = z.object({ chapters: z.array(z.string()).default([]) });
const seriesState = z.object({ page: z.number().int().positive().default(1) });
const tagState = z.object({ feedId: z.string().optional() });

/** New chapters of a work. The page of the work itself is read only when there is one. */
export async function readWorkTarget(
  client: Ao3Client,
  address: Lead<'work'>,
  state: State,
): Promise<Reading> {
  const index = await client.chapters(address);
  const ids = index.chapters.map(({ id }) => id);
  const known = new Set(workState.catch({ chapters: [] }).parse(state).chapters);
  if (ids.length === known.size && ids.every((id) => known.has(id))) return { isUnchanged: true, state };
  const work = await client.work(address);
  return {
    isUnchanged: false,
    state: { chapters: ids },
    name: index.title,
    url: archive(address.id),
    items: index.chapters.toReversed().map(({ id, number, title, url, postedAt }) => ({
      ...itemOf(work),
      kind: 'chapter' as const,
      id: `${address.id}/${id}`,
      url,
      publishedAt: postedAt,
      text: undefined,
      chapter: { number, title },
    })),
    hasTrustedIds: true,
    // A chapter may be put before the others.
    isExcerpt: false,
  };
}

/** New works of an author. */
export async function readAuthorTarget(client: Ao3Client, address: Lead<'author'>): Promise<Reading> {
  const { title, url, works } = await client.author(address, BY_DAY);
  return { ...read(works), state: {}, name: title, url };
}

/** New works of a series, which come at its end. */
export async function readSeriesTarget(
  client: Ao3Client,
  address: Lead<'series'>,
  state: State,
): Promise<Reading> {
  const { page } = seriesState.catch({ page: 1 }).parse(state);
  const first = await client.seriesPage(address, page);
  const last = Math.max(1, Math.ceil(first.count / PAGE_SIZE));
  const { title, url, works } = last === page ? first : await client.seriesPage(address, last);
  return {
    ...read([...(last > page ? first.works : []), ...works].toReversed()),
    state: { page: last },
    name: title,
    url,
    // Some left it, so what is on its last page was on one before, which is not read.
    isAllOld: last < page,
  };
}

/** New works with a tag: by its feed, which AO3 made for this, where it has one. */
export async function readTagTarget(client: Ao3Client, address: Lead<'tag'>, state: State): Promise<Reading> {
  const { feedId } = tagState.catch({}).parse(state);
  const url = `https://archiveofourown.org/tags/${encodeURIComponent(address.name)}/works`;
  if (feedId !== undefined) {
    const feed = await client.tagFeed(feedId);
    const name = /'(.*)'$/.exec(feed.title ?? '')?.[1] ?? address.name;
    return {
      isUnchanged: false,
      state,
      name,
      url,
      items: feed.items.map(itemOfEntry),
      hasTrustedIds: true,
      isExcerpt: true,
    };
  }
  const tag = await client.tag(address);
  if (tag.feedId === undefined) return { ...read(tag.works), state: {}, name: tag.name, url };
  // The feed holds a few more than the page, and they are old, too.
  const next = await readTagTarget(client, address, { feedId: tag.feedId });
  return { ...next, state: { feedId: tag.feedId } };
}

function read(
  works: readonly Ao3Work[],
): Pick<Extract<Reading, { isUnchanged: false }>, 'isUnchanged' | 'items' | 'hasTrustedIds' | 'isExcerpt'> {
  return { isUnchanged: false, items: works.map(itemOf), hasTrustedIds: true, isExcerpt: true };
}

function itemOf(work: Ao3Work): NewFeedItem {
  const { id, title, authors, rating, warnings, fandoms, relationships, characters } = work;
  return {
    kind: 'work',
    id,
    title,
    url: archive(id),
    author: authors.map(({ name }) => name).join(', ') || undefined,
    authorUrl: authors[0]?.url,
    text: work.summary,
    publishedAt: work.publishedAt ?? work.updatedAt,
    tags: work.tags,
    isAdult: ADULT_RATINGS.mature.has(rating),
    work: {
      id,
      title,
      rating,
      warnings,
      fandoms,
      relationships,
      characters,
      language: work.language,
      words: work.words,
      chapters: work.chapters,
    },
  };
}

/** The feed of a tag tells of a work in words: `Words: 1,234, Chapters: 1/?, Language: English`, `Rating: Mature`. */
export function itemOfEntry({ id, title = '', url, author, text = '', publishedAt }: FeedEntry): NewFeedItem {
  const workId = /\/works\/(\d+)/.exec(url ?? '')?.[1] ?? /Work\/(\d+)$/.exec(id)?.[1] ?? id;
  const said = (label: string) => new RegExp(`^${label}: *(.+)$`, 'm').exec(text)?.[1]?.trim();
  const list = (label: string) => said(label)?.split(/, (?=\S)/) ?? [];
  const words = /Words: ([\d,]+)/.exec(text)?.[1]?.replaceAll(',', '');
  const [, posted, planned] = /Chapters: (\d+)\/(\d+|\?)/.exec(text) ?? [];
  const rating = said('Rating') ?? NOT_RATED;
  return {
    kind: 'work',
    id: workId,
    title,
    url: archive(workId),
    author,
    publishedAt,
    tags: list('Additional Tags'),
    isAdult: ADULT_RATINGS.mature.has(rating),
    text: text
      .split('\n\n')
      .slice(1)
      .find((part) => !/^(?:Words|Series|Fandoms|Rating|Warnings):/m.test(part)),
    work: {
      id: workId,
      title,
      rating,
      warnings: list('Warnings'),
      fandoms: list('Fandoms'),
      relationships: list('Relationships'),
      characters: list('Characters'),
      language: /Language: ([^,\n]+)/.exec(text)?.[1],
      words: words === undefined ? undefined : Number(words),
      chapters:
        posted === undefined
          ? undefined
          : { posted: Number(posted), planned: planned === '?' ? undefined : Number(planned) },
    },
  };
}

function archive(workId: string): string {
  return `https://archiveofourown.org/works/${workId}`;
}
