import type { Extraction } from './extract.ts';
import type { SourcePost } from './source-post.ts';

/** Tells whether a post may be one for the gallery; chatter in between is not. */
export function isCandidate(
  { place, embeds, author, isOwnAnswer }: SourcePost,
  { pictures, otherFiles }: Extraction,
): boolean {
  if (isOwnAnswer) return false;
  if (pictures.length + otherFiles.length > 0) return true;
  // Whoever opens a post in a forum shows something, and so does a bot that posts a titled embed.
  return place.threadTitle !== undefined || (author.isBot && embeds.some(({ title }) => title !== undefined));
}
