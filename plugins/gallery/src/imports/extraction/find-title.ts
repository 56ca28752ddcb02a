import { clip } from '@twi/sdk';
import { isCredit } from './credit.ts';
import { plainText } from './plain-text.ts';
import type { SourcePost } from './source-post.ts';

/** A title, and what is doubtful about it. */
export interface FoundTitle {
  readonly title: string | undefined;
  readonly doubt: string | undefined;
}

/** The gallery's limit for titles. */
const LONGEST_TITLE = 100;

/** Finds the title of a post: that of its first embed, that of the forum post, or its first line. */
export function findTitle({ embeds, place, content }: SourcePost): FoundTitle {
  const given = [...embeds.map(({ title = '' }) => title), place.threadTitle ?? '']
    .map(plainText)
    .find((title) => title !== '');
  if (given !== undefined) return { title: clip(given, LONGEST_TITLE), doubt: undefined };
  return titleOfText(content);
}

function titleOfText(content: string): FoundTitle {
  const lines = content.split('\n').filter((line) => plainText(line) !== '' && !isCredit(line));
  const [first] = lines;
  if (first === undefined) return { title: undefined, doubt: 'Nothing says what it is called.' };
  if (first.includes('||'))
    return {
      title: undefined,
      doubt: 'The first line is hidden as a spoiler, so it was not taken as the title.',
    };
  const title = plainText(first);
  return title.length <= LONGEST_TITLE
    ? { title, doubt: undefined }
    : { title: clip(title, LONGEST_TITLE), doubt: 'The first line is too long for a title and was cut.' };
}
