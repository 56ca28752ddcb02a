import { snowflake } from '@twi/sdk';
import { z } from 'zod';
import { BOUNDS } from './bounds.ts';

const word = z.string().min(1).max(BOUNDS.wordLength);
const words = z.array(word).max(BOUNDS.words);
const count = z.int().min(1).max(BOUNDS.count);
const windowMs = z.int().min(1_000).max(BOUNDS.windowMs);
const ageMs = z.int().min(1_000).max(BOUNDS.ageMs);
const ids = z.array(snowflake).min(1).max(BOUNDS.exemptions);

/** Who or what mentions are counted of. */
export const MENTION_KINDS = ['any', 'users', 'roles', 'everyone'] as const;
/** What kind of rule of Discord's own AutoMod was broken. */
export const NATIVE_KINDS = ['keyword', 'spam', 'preset', 'mentions', 'profile'] as const;

const leaf = z.discriminatedUnion('type', [
  /** A word is whole unless a `*` stands at its end, its start, or both. */
  z.strictObject({ type: z.literal('words'), words: words.min(1), loose: z.boolean() }),
  z.strictObject({ type: z.literal('regex'), pattern: z.string().min(1).max(BOUNDS.patternLength) }),
  /** `deny`: links to the domains; `allow`: links to any other; `any`: every link. */
  z.strictObject({ type: z.literal('links'), mode: z.enum(['any', 'deny', 'allow']), domains: words }),
  /** Invites to other servers, except with these codes. */
  z.strictObject({ type: z.literal('invites'), allowed: words }),
  z.strictObject({ type: z.literal('mentions'), count, kind: z.enum(MENTION_KINDS) }),
  z.strictObject({ type: z.literal('caps'), percent: z.int().min(1).max(100), letters: count }),
  z.strictObject({ type: z.literal('emoji'), count }),
  z.strictObject({ type: z.literal('newlines'), count }),
  z.strictObject({ type: z.literal('attachments'), count, kinds: words }),
  z.strictObject({ type: z.literal('duplicates'), count: count.min(2).max(50), windowMs }),
  z.strictObject({ type: z.literal('rate'), count: count.min(2).max(50), windowMs }),
  z.strictObject({ type: z.literal('zalgo'), marks: z.int().min(2).max(50) }),
  z.strictObject({ type: z.literal('new-account'), ageMs }),
  z.strictObject({ type: z.literal('new-member'), ageMs }),
  z.strictObject({ type: z.literal('role'), ids }),
  z.strictObject({ type: z.literal('channel'), ids }),
  z.strictObject({ type: z.literal('discord-automod'), kinds: z.array(z.enum(NATIVE_KINDS)) }),
]);

/** One thing that a message is looked at for. */
export type Leaf = z.output<typeof leaf>;
export type LeafType = Leaf['type'];
export type LeafOf<Type extends LeafType> = Extract<Leaf, { type: Type }>;

/** Something for every type of leaf: leaving one out does not compile. */
export type LeafTable<Result> = { readonly [Type in LeafType]: (leaf: LeafOf<Type>) => Result };

/** What a table says of a leaf. */
export function byLeaf<Result>(table: LeafTable<Result>, of: Leaf): Result {
  // -- the checker does not see that the entry of a leaf's type takes that leaf
  return (table[of.type] as (leaf: Leaf) => Result)(of);
}

/** When a rule applies: leaves joined by and (`all`), or (`any`) and `not`. */
export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

const tree: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    leaf,
    z.strictObject({ all: z.array(tree).min(1).max(BOUNDS.leaves) }),
    z.strictObject({ any: z.array(tree).min(1).max(BOUNDS.leaves) }),
    z.strictObject({ not: tree }),
  ]),
);

export const condition = tree
  .refine((value) => depthOf(value) <= BOUNDS.depth, {
    message: `is nested more than ${BOUNDS.depth} levels deep`,
  })
  .refine((value) => leavesOf(value).length <= BOUNDS.leaves, {
    message: `has more than ${BOUNDS.leaves} parts`,
  });

/** What a leaf alone must look like. */
export const leafSchema = leaf;

/** The leaves of a tree, from left to right. */
export function leavesOf(of: Condition): Leaf[] {
  if ('type' in of) return [of];
  if ('not' in of) return leavesOf(of.not);
  return ('all' in of ? of.all : of.any).flatMap(leavesOf);
}

function depthOf(of: Condition): number {
  if ('type' in of) return 0;
  const inner = 'not' in of ? [of.not] : 'all' in of ? of.all : of.any;
  return 1 + Math.max(...inner.map(depthOf));
}
