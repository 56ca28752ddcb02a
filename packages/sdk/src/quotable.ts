import { clip } from './clip.ts';

const MOST_CHARACTERS = 60;

/** What somebody typed, on one line and short enough to be said back to them. */
export function quotable(typed: string): string {
  return clip(typed.replaceAll(/\s+/gu, ' ').trim(), MOST_CHARACTERS);
}
