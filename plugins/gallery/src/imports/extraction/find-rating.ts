import type { SourcePost } from './source-post.ts';
import { wordsOf } from './words-of.ts';

/** Whether a post is for adults, and what is doubtful about that. */
export interface FoundRating {
  readonly isNsfw: boolean;
  readonly doubt: string | undefined;
}

const ADULT =
  /(?<![\p{L}\p{N}])(not |non-|non |no |isn't |isn’t )?(?:nsfw|lewd|adult|mature|18\+)(?![\p{L}\p{N}])/giu;

/** Rates a post by its channel, its words and its spoilers. */
export function findRating(post: SourcePost): FoundRating {
  const { place, files, media } = post;
  if (place.isNsfw) return { isNsfw: true, doubt: undefined };
  const text = [wordsOf(post), ...place.forumTags].join('\n');
  const words = [...text.matchAll(ADULT)];
  if (words.some(([, denial]) => denial === undefined)) return { isNsfw: true, doubt: undefined };
  if (words.length > 0) return { isNsfw: false, doubt: 'It says that it is not for adults only.' };
  return [...files, ...media].some(({ isSpoiler }) => isSpoiler)
    ? { isNsfw: false, doubt: 'It is hidden as a spoiler, so it may be for adults only.' }
    : { isNsfw: false, doubt: undefined };
}
