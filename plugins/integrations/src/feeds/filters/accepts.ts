import type { FeedItem } from '../feed-item.ts';
import type { FeedOptions } from '../posts/feed-options.ts';
import { normalised } from './filter-words.ts';

/** Whether a feed posts an item: it holds one of the words that are wanted, and none that are not. */
export function accepts(
  item: FeedItem,
  { include, exclude }: Pick<FeedOptions, 'include' | 'exclude'>,
): boolean {
  if (include.length === 0 && exclude.length === 0) return true;
  const text = normalised(wordsOf(item).join('\n'));
  if (exclude.some((word) => holds(text, word))) return false;
  return include.length === 0 || include.some((word) => holds(text, word));
}

/** All that people would look for. */
function wordsOf({ title, author, text, tags, work, chapter }: FeedItem): readonly string[] {
  const ofWork = work
    ? [work.title, work.rating, ...work.warnings, ...work.fandoms, ...work.relationships, ...work.characters]
    : [];
  return [title, author, text, chapter?.title, ...tags, ...ofWork].filter((words) => words !== undefined);
}

/** Whether a text holds a word or phrase whole: `cat` is not in `category`. Signs at its ends hold as they are. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text.slice(0, at);
    const after = text.slice(at + word.length);
    if (!joins(before, word) && !joins(word, after)) return true;
  }
  return false;
}

/** Whether a word goes on from one text to the next. */
function joins(left: string, right: string): boolean {
  return /[\p{L}\p{M}\p{N}]$/u.test(left) && /^[\p{L}\p{M}\p{N}]/u.test(right);
}
