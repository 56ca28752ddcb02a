import { clip } from '@twi/sdk';
import { LONGEST_TITLE } from '../items/item-content.ts';
import { type Choice, siteName } from './detection/choices.ts';
import type { RepostSource } from './detection/repost-source.ts';

/** What a work may be called: as its page does, as the message begins, or after who posted it. */
export function suggestTitle({ text, author }: RepostSource, { link, files }: Choice): string {
  const [firstLine = ''] = withoutMarks(text).split('\n');
  const called = link?.title ?? (firstLine || nameOf(files[0]?.name));
  const otherwise = link ? `Work on ${siteName(link)}` : `Work by ${author.name}`;
  return clip(called?.trim() || otherwise, LONGEST_TITLE);
}

/** Mentions, emojis, addresses and the marks of formatting say nothing in a title. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/<(?:@[!&]?|#|a?:\w+:)\d+>|https?:\/\/\S+/g, '')
    .replaceAll(/[*_~`|>#]+/g, '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim();
}

/** Files that cameras and phones name are named after nothing. */
function nameOf(file: string | undefined): string | undefined {
  const name = file
    ?.replace(/^SPOILER_/, '')
    .replace(/\.\w+$/, '')
    .replaceAll(/[_-]+/g, ' ');
  return name && /\p{L}{3}/u.test(name) && !/^(?:image|img|unknown|screenshot|file|video)\b/i.test(name)
    ? name
    : undefined;
}
