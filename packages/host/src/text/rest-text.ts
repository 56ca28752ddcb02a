import type { Word } from './split-words.ts';

/** The text that words are, as it was typed, line breaks and all, without the options that stood in between. */
export function restText(words: readonly Word[], source: string): string {
  const [first] = words;
  if (!first) return '';
  if (words.length === 1) return first.text;
  const runs: { start: number; end: number }[] = [];
  for (const [position, { index, start, end }] of words.entries()) {
    const run = runs.at(-1);
    if (run && words[position - 1]?.index === index - 1) run.end = end;
    else runs.push({ start, end });
  }
  const typed = runs.map(({ start, end }) => source.slice(start, end)).join(' ');
  return first.option === undefined ? typed : typed.slice(first.option.length + 1);
}
