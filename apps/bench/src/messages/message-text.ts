const WORDS =
  'hello there everybody look what we made today it is really nice isn’t it привет 😀 ok lol why not both of them then'.split(
    ' ',
  );
const LONGEST = 24;
/** Of that many texts, one has a link. */
const LINK_EVERY = 17;

/** What somebody writes, of one word to some lines. */
export function textOf(at: number): string {
  // Most are short, a few are long.
  const length = 1 + (((at * 31) % LONGEST) * ((at * 17) % LONGEST)) / LONGEST;
  const words = Array.from({ length }, (_, word) => WORDS[(at * 7 + word * 5) % WORDS.length]);
  if (at % LINK_EVERY === 0) words.push(`https://example.org/watch?v=${at}`);
  return words.join(' ');
}
