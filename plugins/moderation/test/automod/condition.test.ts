import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileCondition } from '../../src/automod/engine/compile-condition.ts';
import { type Condition, condition, type Leaf } from '../../src/automod/rules/condition.ts';
import { readExpression, writeExpression } from '../../src/automod/rules/expression.ts';
import { subjectOf } from './subject.ts';

const LETTERS = ['a', 'b', 'c', 'd'] as const;
const letter = (word: string): Leaf => ({ type: 'words', words: [word], loose: false });

/** Trees over single letters, so that what a text holds decides every leaf. */
const trees = fc
  .letrec<{ tree: Condition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...LETTERS).map(letter),
      fc.record({ all: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie('tree') }),
    ),
  }))
  .tree.filter((tree) => condition.safeParse(tree).success);

/** The meaning of a tree, as simply as it can be said. */
function holds(of: Condition, text: ReadonlySet<string>): boolean {
  if ('all' in of) return of.all.every((part) => holds(part, text));
  if ('any' in of) return of.any.some((part) => holds(part, text));
  if ('not' in of) return !holds(of.not, text);
  return of.type === 'words' && of.words.some((word) => text.has(word));
}

test('judges trees as they read', () => {
  fc.assert(
    fc.property(trees, fc.subarray([...LETTERS]), (tree, written) => {
      const found = compileCondition(tree).judge(subjectOf(written.join(' ')));
      expect(found !== undefined).toBe(holds(tree, new Set(written)));
    }),
    { numRuns: 500 },
  );
});

test('reads a tree back from how it is written', () => {
  fc.assert(
    fc.property(trees, fc.subarray([...LETTERS]), (tree, written) => {
      const read = readExpression(writeExpression(tree), 'values');
      expect(holds(read, new Set(written))).toBe(holds(tree, new Set(written)));
    }),
    { numRuns: 500 },
  );
});

test('names every find of what is joined by and, and nothing for what is absent', () => {
  const tree = readExpression('words(a) and words(b) and not words(c)', 'values');

  const hits = compileCondition(tree).judge(subjectOf('a b'));

  expect(hits?.map(({ what }) => what).toSorted()).toEqual(['the word "a"', 'the word "b"']);
  expect(compileCondition({ not: letter('a') }).judge(subjectOf('b'))).toEqual([]);
});

const wordText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() === text && text !== '');
const ids = fc.uniqueArray(fc.bigInt(10n ** 17n, 10n ** 18n).map(String), { minLength: 1, maxLength: 3 });
const count = fc.integer({ min: 2, max: 50 });
const seconds = fc.integer({ min: 1, max: 600 }).map((amount) => amount * 1_000);
const leaves: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({
    type: fc.constant('words' as const),
    words: fc.uniqueArray(wordText, { minLength: 1, maxLength: 4 }),
    loose: fc.boolean(),
  }),
  fc
    .record({
      type: fc.constant('regex' as const),
      pattern: fc.stringMatching(/^[a-z](?:[a-z,"() ]|\\[dws])*[a-z]$/),
    })
    .filter(({ pattern }) => (pattern.match(/\(/g)?.length ?? 0) === 0 && !pattern.includes(')')),
  fc.constantFrom<Leaf>(
    { type: 'links', mode: 'any', domains: [] },
    { type: 'links', mode: 'deny', domains: ['evil.com', 'xn--mnchen-3ya.de'] },
    { type: 'links', mode: 'allow', domains: ['good.org'] },
    { type: 'invites', allowed: ['aBc'] },
    { type: 'discord-automod', kinds: ['spam', 'keyword'] },
    { type: 'attachments', count: 2, kinds: ['exe', 'image/*'] },
  ),
  fc.record({
    type: fc.constant('mentions' as const),
    count,
    kind: fc.constantFrom('any' as const, 'roles' as const),
  }),
  fc.record({ type: fc.constant('duplicates' as const), count, windowMs: seconds }),
  fc.record({ type: fc.constant('new-account' as const), ageMs: seconds }),
  fc.record({ type: fc.constant('role' as const), ids }),
  fc.record({ type: fc.constant('channel' as const), ids }),
);

test('reads every leaf back from how it is written', () => {
  fc.assert(
    fc.property(leaves, (leaf) => {
      expect(readExpression(writeExpression(leaf), 'values')).toEqual(leaf);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['links or words(a) and invites', { any: ['links', { all: ['words', 'invites'] }] }],
  ['(links or words(a)) and invites', { all: [{ any: ['links', 'words'] }, 'invites'] }],
  ['not links and invites', { all: [{ not: 'links' }, 'invites'] }],
  ['NOT (links OR invites)', { not: { any: ['links', 'invites'] } }],
])('reads %s with the usual precedence', (text, shape) => {
  expect(shapeOf(readExpression(text, 'values'))).toEqual(shape);
});

function shapeOf(of: Condition): unknown {
  if ('type' in of) return of.type;
  if ('not' in of) return { not: shapeOf(of.not) };
  return 'all' in of ? { all: of.all.map(shapeOf) } : { any: of.any.map(shapeOf) };
}

test('refuses what is nested too deep or too large, whatever it is written as', () => {
  const deep = `${'not '.repeat(9)}links`;
  const wide = Array.from({ length: 30 }, () => 'links').join(' or ');

  expect(() => readExpression(deep, 'values')).toThrow('nested more than 5 levels deep');
  expect(() => readExpression(wide, 'values')).toThrow('`values`');
});
