/** More words would not narrow a search down any more. */
const MOST_WORDS = 8;
const LONGEST_WORD = 50;

/** The accents that `gallery.plain_words` takes away, too. */
const ACCENTS = /[\u0300-\u036F]/g;
const NOT_OF_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

/** The words of what somebody typed, as the database keeps them: without accents and punctuation. */
export function searchWords(typed: string): string[] {
  const words = typed.normalize('NFKD').replaceAll(ACCENTS, '').toLowerCase().split(NOT_OF_WORDS);
  const distinct = new Set(words.filter((word) => word !== '').map((word) => word.slice(0, LONGEST_WORD)));
  return [...distinct].slice(0, MOST_WORDS);
}

/** A query in PostgreSQL's language for what has all words, or longer ones that begin like them. Words hold no punctuation. */
export function prefixQuery(words: readonly string[]): string {
  return words.map((word) => `${word}:*`).join(' & ');
}
