/** More would only narrow down what is narrow already. */
const MOST_WORDS = 10;

/** The accents that `utility.plain_words` takes away, too. */
const ACCENTS = /[\u0300-\u036F]/g;

/** The words that somebody searches for: runs of letters and digits without accents, as the database keeps them. */
export function searchWords(typed: string): readonly string[] {
  const plain = typed.normalize('NFKD').replaceAll(ACCENTS, '').toLowerCase();
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS);
}
