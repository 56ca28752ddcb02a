import { messageLink } from 'discord.js';
import { type Creator, findCreator, type FoundCreator } from './credit.ts';
import { findPictures, type Picture } from './find-pictures.ts';
import { findRating } from './find-rating.ts';
import { findTags } from './find-tags.ts';
import { findTitle } from './find-title.ts';
import type { SourceFile, SourcePost } from './source-post.ts';

/** What the gallery makes of a post. */
export interface Extraction {
  /** At most 100 characters. */
  readonly title: string | undefined;
  readonly pictures: readonly Picture[];
  /** Attached files that are no pictures. */
  readonly otherFiles: readonly SourceFile[];
  readonly creator: Creator;
  /** At most 10, of at most 30 characters. */
  readonly tags: readonly string[];
  readonly isNsfw: boolean;
  /** Where the post is. */
  readonly jumpUrl: string;
  /** What somebody should look at, as sentences; nothing where all of it is sure. */
  readonly doubts: readonly string[];
}

/** Reads what a post shows, who made it, and how sure that is. Takes any message, and never throws. */
export function extract(post: SourcePost): Extraction {
  const { title, doubt: titleDoubt } = findTitle(post);
  const { isNsfw, doubt: ratingDoubt } = findRating(post);
  const { how, mentioned, ...creator } = findCreator(post);
  const pictures = findPictures(post);
  const attached = new Set(pictures.map(({ file }) => file?.id));
  const otherFiles = post.files.filter(({ id }) => !attached.has(id));
  const hasMedia = pictures.length + otherFiles.length > 0;
  const doubts = [
    titleDoubt,
    hasMedia ? undefined : 'It has no picture and no file.',
    creatorDoubt(post, { how, mentioned }),
    ratingDoubt,
  ];
  return {
    title,
    pictures,
    otherFiles,
    creator,
    tags: findTags(post),
    isNsfw,
    jumpUrl: messageLink(post.channelId, post.id, post.guildId),
    doubts: doubts.filter((doubt) => doubt !== undefined),
  };
}

function creatorDoubt(
  { author, files }: SourcePost,
  { how, mentioned }: Pick<FoundCreator, 'how' | 'mentioned'>,
): string | undefined {
  if (mentioned > 1) return 'Several people are named as its creators; the first was taken.';
  if (how === 'named') return undefined;
  if (author.isBot) return 'A bot posted it, and it does not say who made it.';
  // Who attaches a picture has most often made it; who links to one may just like it.
  return files.length > 0
    ? undefined
    : 'It does not say who made it, and its author may only have linked to it.';
}
