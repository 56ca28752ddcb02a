import type { RE2JS } from 're2js';
import type { LeafOf } from '../rules/condition.ts';
import type { Span } from '../text/normalise.ts';
import { compilePattern } from './pattern.ts';
import type { Matcher } from './subject.ts';

/** A pattern, tried on the text as it was written and, where that differs, with disguises taken off. */
export function regex({ pattern }: LeafOf<'regex'>): Matcher {
  const compiled = compilePattern(pattern);
  return {
    cost: 20 + compiled.programSize(),
    find({ text }) {
      const { original } = text;
      const direct = search(compiled, original);
      if (direct) return hit(original, direct);
      const view = text.view('folded');
      if (view.text.length === original.length && view.text === original.toLowerCase()) return undefined;
      const found = search(compiled, view.text);
      return found && hit(original, view.originOf(found));
    },
  };
}

function search(compiled: RE2JS, text: string): Span | undefined {
  // `test` needs no places, which makes it several times faster; most messages match nothing.
  if (!compiled.test(text)) return undefined;
  const matcher = compiled.matcher(text);
  return matcher.find() ? { start: matcher.start(), end: matcher.end() } : undefined;
}

const hit = (original: string, part: Span) => ({
  what: `"${original.slice(part.start, part.end)}"`,
  part,
});
