import { UserError } from '@twi/sdk';
import { badFilter } from '../feed-command-errors.ts';

const MOST_WORDS = 20;
const LONGEST_WORD = 50;

/**
 * The words or phrases of a filter as they are kept: as people type them, with commas between, each once.
 *
 * @param option what people call it, for the refusal.
 * @throws {UserError} `integrations.bad-filter`
 */
export function filterWords(option: 'include' | 'exclude', typed: string): string[] {
  const words = [...new Set(typed.split(',').map(normalised))].filter((word) => word !== '');
  const isGood = words.every((word) => word.length <= LONGEST_WORD && /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0 || words.length > MOST_WORDS || !isGood)
    throw new UserError(badFilter(option, MOST_WORDS, LONGEST_WORD));
  return words;
}

/** Lower case, one space between words, and one way to write each character. */
export function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
