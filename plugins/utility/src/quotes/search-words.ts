/** More would only narrow down what is narrow already. */
const MOST_WORDS = 10;

/** The words that somebody searches for: runs of letters and digits, as PostgreSQL takes a text apart. */
export function searchWords(typed: string): readonly string[] {
  return (typed.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}
