import type { LeafOf } from '../rules/condition.ts';
import { inView, type TextView, type ViewName } from '../text/message-text.ts';
import type { Span } from '../text/normalise.ts';
import type { Hit, Matcher, Subject } from './subject.ts';

const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const ONE_TOKEN = /^[\p{L}\p{N}\p{M}]+$/u;

interface Word {
  readonly text: string;
  /** Whether it may begin, or end, within another word. */
  readonly opensWithin: boolean;
  readonly endsWithin: boolean;
}

/** Words in the form in which a view is searched. */
interface WordList {
  readonly view: ViewName;
  /** Whole words of letters: each text has few words, so those are looked up here. */
  readonly whole: ReadonlyMap<string, Word>;
  /** Phrases and parts of words: these are looked for one by one. */
  readonly others: readonly Word[];
}

/**
 * Words and phrases, whole unless a `*` says otherwise. Each is looked for in its own script, so that case never
 * matters, and with look-alikes folded, so that disguises do not either.
 */
export function words({ words: list, loose }: LeafOf<'words'>): Matcher {
  const views: readonly ViewName[] = loose ? ['loose', 'folded'] : ['plain', 'folded'];
  const lists = views.map((view) => listFor(view, list));
  const [first, second] = views.map((view) => list.map((word) => inView(word, view)).join('\n'));
  const isSame = first === second;
  return {
    cost: 2 + list.length / 10,
    find(subject) {
      let searched: string | undefined;
      for (const wordList of lists) {
        const { text } = subject.text.view(wordList.view);
        const hit = isSame && text === searched ? undefined : findIn(subject, wordList);
        if (hit) return hit;
        searched = text;
      }
      return undefined;
    },
  };
}

function listFor(view: ViewName, written: readonly string[]): WordList {
  const all = written.flatMap((word) => parse(word, view));
  return {
    view,
    whole: new Map(all.filter(isWhole).map((word) => [word.text, word])),
    others: all.filter((word) => !isWhole(word)),
  };
}

function parse(written: string, view: ViewName): Word[] {
  const text = inView(written.replaceAll(/^\*+|\*+$/g, ''), view);
  if (text === '') return [];
  return [{ text, opensWithin: written.startsWith('*'), endsWithin: written.endsWith('*') }];
}

function isWhole({ text, opensWithin, endsWithin }: Word): boolean {
  return !opensWithin && !endsWithin && ONE_TOKEN.test(text);
}

function findIn({ text }: Subject, { view: name, whole, others }: WordList): Hit | undefined {
  const view = text.view(name);
  const candidates = whole.size === 0 ? others : [...wholeIn(view, whole), ...others];
  for (const word of candidates) {
    const found = findWord(view.text, word);
    if (found) return { what: `the word "${word.text}"`, part: view.originOf(found) };
  }
  return undefined;
}

function wholeIn({ tokens }: TextView, whole: ReadonlyMap<string, Word>): Word[] {
  const found: Word[] = [];
  for (const token of tokens) {
    const word = whole.get(token);
    if (word) found.push(word);
  }
  return found;
}

function findWord(within: string, word: Word): Span | undefined {
  const { text } = word;
  for (let start = within.indexOf(text); start >= 0; start = within.indexOf(text, start + 1)) {
    const end = start + text.length;
    const opens = word.opensWithin || !joins(within, start);
    const ends = word.endsWithin || !joins(within, end);
    if (opens && ends) return { start, end };
  }
  return undefined;
}

/** Whether letters stand on both sides of a place, so that it lies within a word. */
function joins(text: string, at: number): boolean {
  return (
    LETTER.test(characterBefore(text, at)) && LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 32))
  );
}

function characterBefore(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  const isSecondHalf = unit >= 0xdc_00 && unit <= 0xdf_ff;
  return text.slice(Math.max(at - (isSecondHalf ? 2 : 1), 0), at);
}
