import { matcherOf } from '../matchers/matcher-of.ts';
import type { Hit, Subject } from '../matchers/subject.ts';
import type { Condition } from '../rules/condition.ts';

/** A condition, ready to be asked. */
export interface CompiledCondition {
  /** Roughly how long an answer takes at worst, in microseconds. */
  readonly cost: number;
  /** What was found, or `undefined` where the condition does not hold. */
  readonly judge: (subject: Subject) => readonly Hit[] | undefined;
}

const NOTHING: readonly Hit[] = [];

/** Makes a condition ready. Of parts joined by and/or the cheap ones come first: they often settle the answer. */
export function compileCondition(of: Condition): CompiledCondition {
  if ('type' in of) return compiledLeaf(of);
  if ('not' in of) return negated(compileCondition(of.not));
  const parts = ('all' in of ? of.all : of.any)
    .map((part) => compileCondition(part))
    .toSorted((a, b) => a.cost - b.cost);
  const cost = parts.reduce((sum, part) => sum + part.cost, 0);
  return {
    cost,
    judge: 'all' in of ? (subject) => allOf(parts, subject) : (subject) => firstOf(parts, subject),
  };
}

function compiledLeaf(leaf: Extract<Condition, { type: string }>): CompiledCondition {
  const matcher = matcherOf(leaf);
  return {
    cost: matcher.cost,
    judge(subject) {
      const hit = matcher.find(subject);
      return hit && [hit];
    },
  };
}

/** That something is absent is no find of its own. */
function negated({ cost, judge }: CompiledCondition): CompiledCondition {
  return { cost, judge: (subject) => (judge(subject) ? undefined : NOTHING) };
}

function allOf(parts: readonly CompiledCondition[], subject: Subject): readonly Hit[] | undefined {
  const hits: Hit[] = [];
  for (const part of parts) {
    const found = part.judge(subject);
    if (!found) return undefined;
    hits.push(...found);
  }
  return hits;
}

function firstOf(parts: readonly CompiledCondition[], subject: Subject): readonly Hit[] | undefined {
  for (const part of parts) {
    const found = part.judge(subject);
    if (found) return found;
  }
  return undefined;
}
