import { clip } from '@twi/sdk';
import { z } from 'zod';

/** One thing of a feed, whichever its source, as it is kept until it is posted. */
export const feedItem = z.object({
  kind: z.enum(['entry', 'post', 'art', 'work', 'chapter']),
  /** What its source knows it by. */
  id: z.string(),
  title: z.string().optional(),
  /** Absolute. */
  url: z.string().optional(),
  author: z.string().optional(),
  authorUrl: z.string().optional(),
  /** What it says, as text. */
  text: z.string().optional(),
  publishedAt: z.coerce.date().optional(),
  /** Addresses, in their order. */
  pictures: z.array(z.string()).default([]),
  tags: z.array(z.string()).default([]),
  /** Whether its source says that it is for adults; of works, that they are mature, explicit or not rated. */
  isAdult: z.boolean().default(false),
  hasVideo: z.boolean().optional(),
  /** What AO3 tells of a work. */
  work: z
    .object({
      id: z.string(),
      title: z.string(),
      rating: z.string(),
      warnings: z.array(z.string()).default([]),
      fandoms: z.array(z.string()).default([]),
      relationships: z.array(z.string()).default([]),
      characters: z.array(z.string()).default([]),
      language: z.string().optional(),
      words: z.number().optional(),
      chapters: z.object({ posted: z.number(), planned: z.number().optional() }).optional(),
    })
    .optional(),
  /** Of a new chapter. */
  chapter: z.object({ number: z.number(), title: z.string().optional() }).optional(),
});

export type FeedItem = z.output<typeof feedItem>;
/** What a source gives. */
export type NewFeedItem = z.input<typeof feedItem>;
/** As the database holds it. */
export type StoredFeedItem = z.input<typeof feedItem>;

/** More than any display shows. */
const LONGEST_TITLE = 300;
const LONGEST_TEXT = 2_000;
const LONGEST_ADDRESS = 2_000;
const MOST_PICTURES = 10;
const MOST_TAGS = 50;

/** An item as it is kept: what a site may make as long as it likes has an end. */
export function boundedItem(given: NewFeedItem): FeedItem {
  const item = feedItem.parse(given);
  const { title, author, text, url, authorUrl, pictures, tags } = item;
  return {
    ...item,
    title: title && clip(title, LONGEST_TITLE),
    author: author && clip(author, LONGEST_TITLE),
    text: text && clip(text, LONGEST_TEXT),
    url: address(url),
    authorUrl: address(authorUrl),
    pictures: pictures.filter((each) => address(each)).slice(0, MOST_PICTURES),
    tags: tags.slice(0, MOST_TAGS).map((tag) => clip(tag, LONGEST_TITLE)),
  };
}

function address(url: string | undefined): string | undefined {
  return url !== undefined && url.length <= LONGEST_ADDRESS ? url : undefined;
}
