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

/**
 * Words and phrases, whole unless a `*` says otherwise. Each is looked for in its own script, so that case never
 * matters, and with look-alikes folded, so that disguises do not either.
 */
export function words({ words: list, loose }: LeafOf<'words'>): Matcher {
  const views = (loose ? ['loose', 'folded'] : ['plain', 'folded']) as readonly ViewName[];
  const lists = views.map((view) => ({ view, words: list.flatMap((word) => parse(word, view)) }));
  return {
    cost: 2 + list.length / 10,
    find: (subject) => {
      for (const { view, words: parsed } of lists) {
        const hit = findIn(subject, view, parsed);
        if (hit) return hit;
      }
      return undefined;
    },
  };
}

function parse(written: string, view: ViewName): Word[] {
  const text = inView(written.replaceAll(/^\*+|\*+$/g, ''), view);
  if (text === '') return [];
  return [{ text, opensWithin: written.startsWith('*'), endsWithin: written.endsWith('*') }];
}

function findIn(subject: Subject, name: ViewName, list: readonly Word[]): Hit | undefined {
  const view = subject.text.view(name);
  for (const word of list) {
    const found = findWord(view, word);
    if (found) return { what: `the word "${word.text}"`, part: view.originOf(found) };
  }
  return undefined;
}

function findWord(view: TextView, word: Word): Span | undefined {
  const { text } = word;
  const isWhole = !word.opensWithin && !word.endsWithin;
  if (isWhole && ONE_TOKEN.test(text) && !view.tokens.has(text)) return undefined;
  for (let start = view.text.indexOf(text); start >= 0; start = view.text.indexOf(text, start + 1)) {
    const end = start + text.length;
    const opens = word.opensWithin || !joins(view.text, start);
    const ends = word.endsWithin || !joins(view.text, end);
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
