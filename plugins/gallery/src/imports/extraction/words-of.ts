import type { SourcePost } from './source-post.ts';

/** Everything that a post says, without the tags of its forum. */
export function wordsOf({ content, embeds, place }: SourcePost): string {
  const ofEmbeds = embeds.flatMap(({ title = '', description = '', fields }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  return [content, place.threadTitle ?? '', ...ofEmbeds].join('\n');
}
