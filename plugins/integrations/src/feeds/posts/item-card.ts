import { clip, escaped, type Translator } from '@twi/sdk';
import { subtext, time, TimestampStyles } from 'discord.js';
import { type Card, COLOURS } from '../../cards/card.ts';
import { MOST_PICTURES } from '../../cards/card-layout.ts';
import { dayText } from '../../replies/day-text.ts';
import { fittingList } from '../../replies/fitting-list.ts';
import type { FeedItem } from '../feed-item.ts';
import { SOURCE_NAMES } from '../source-names.ts';
import type { FeedSourceId } from '../sources/feed-source.ts';

const LONGEST_FEED = 100;
const LONGEST_LIST = 220;
const LONGEST_OPENING = 100;

/** Which feed an item is of, and how it wants it shown. */
export interface ItemOrigin {
  readonly source: FeedSourceId;
  /** What people call the feed. */
  readonly name: string;
  readonly isSpoiler: boolean;
}

/** How an item of a feed is shown, whichever its source. */
export function itemCard(item: FeedItem, { source, name, isSpoiler }: ItemOrigin, t: Translator): Card {
  const title = titleOf(item, name, t);
  return {
    colour: COLOURS[source],
    title,
    url: item.url,
    ...(item.author !== title && { author: item.author, authorUrl: item.authorUrl }),
    text: item.text,
    facts: factsOf(item, t).map((fact) => subtext(fact)),
    pictures: item.pictures,
    isSpoiler,
    footer: [
      SOURCE_NAMES[source],
      // The feed of a work or an account says what stands above already.
      ...(source === 'rss' ? [escaped(clip(name, LONGEST_FEED))] : []),
      ...(item.publishedAt ? [whenOf(item.publishedAt, source, t)] : []),
    ],
  };
}

/** AO3 tells days alone. */
function whenOf(date: Date, source: FeedSourceId, t: Translator): string {
  return source === 'ao3' ? dayText(date, t) : time(date, TimestampStyles.ShortDateTime);
}

/** What an item is called; one without a title by who wrote it, or by what it begins with. */
export function titleOf(
  { title, author, text, kind, work, chapter }: FeedItem,
  feed: string,
  t: Translator,
): string {
  if (kind === 'chapter' && work && chapter) {
    const { number, title: named } = chapter;
    const which = named
      ? t('integrations:feed.posts.chapter-titled', { number, title: named })
      : t('integrations:feed.posts.chapter', { number });
    return `${work.title} – ${which}`;
  }
  const known = title?.trim() || work?.title;
  if (known) return known;
  if (kind === 'post' && author) return author;
  const [opening = ''] = text?.trim().split('\n', 1) ?? [];
  return clip(opening, LONGEST_OPENING) || author || feed;
}

function factsOf(item: FeedItem, t: Translator): string[] {
  const { work, tags, pictures, hasVideo = false } = item;
  const more = pictures.length - MOST_PICTURES;
  const seen = [
    ...(hasVideo ? [t('integrations:feed.posts.video')] : []),
    ...(more > 0 ? [t('integrations:feed.posts.more-pictures', { count: more })] : []),
  ];
  const lists = [work?.fandoms ?? [], item.kind === 'post' || item.kind === 'entry' ? [] : tags];
  return [
    ...(work ? [workFacts(work, t)] : []),
    ...lists.flatMap((list) => (list.length > 0 ? [fittingList(list.map(escaped), LONGEST_LIST, t)] : [])),
    ...(seen.length > 0 ? [seen.join(' · ')] : []),
  ];
}

function workFacts(
  { rating, words, chapters, language }: NonNullable<FeedItem['work']>,
  t: Translator,
): string {
  return [
    escaped(clip(rating, LONGEST_FEED)),
    ...(words === undefined ? [] : [t('integrations:feed.posts.words', { count: words })]),
    ...(chapters
      ? [
          t('integrations:feed.posts.chapters', {
            chapters: `${chapters.posted}/${chapters.planned ?? '?'}`,
          }),
        ]
      : []),
    ...(language ? [escaped(clip(language, LONGEST_FEED))] : []),
  ].join(' · ');
}
