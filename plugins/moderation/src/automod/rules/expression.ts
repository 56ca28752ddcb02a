import { type Condition, condition, type Leaf } from './condition.ts';
import { BOUNDS } from './bounds.ts';
import { badRule, quoted } from './problem.ts';
import { readLeaf } from './read-leaf.ts';
import { inQuotes, Scanner } from './scanner.ts';
import { ALL_TRIGGERS, isTriggerName } from './trigger-names.ts';
import { writeLeaf } from './write-leaf.ts';

const PLAIN_VALUE = /^[^\s(),"\\](?:[^(),"\\]*[^\s(),"\\])?$/;

/**
 * Reads a condition as people write it: `invites and not (role(@Mod) or channel(#ads))`. `not` binds more tightly than
 * `and`, that more tightly than `or`.
 *
 * @param where the option that it was written in, for messages
 * @throws {UserError} `moderation.bad-automod-rule` that says what is wrong at which character.
 */
export function readExpression(text: string, where: string): Condition {
  const scanner = new Scanner(text, where);
  const read = either(scanner, where, 0);
  if (!scanner.isAtEnd) throw scanner.wrong('expected `and`, `or` or nothing more');
  const checked = condition.safeParse(read);
  if (!checked.success) throw badRule(where, `it ${checked.error.issues[0]?.message ?? 'is not valid'}.`);
  return checked.data;
}

/** Writes a condition as `readExpression` reads it. */
export function writeExpression(of: Condition): string {
  if ('type' in of) return writtenLeaf(of);
  if ('not' in of) return `not ${grouped(of.not)}`;
  if ('all' in of) return of.all.map(grouped).join(' and ');
  return of.any.map(grouped).join(' or ');
}

function grouped(of: Condition): string {
  const text = writeExpression(of);
  return 'type' in of || 'not' in of ? text : `(${text})`;
}

function writtenLeaf(leaf: Leaf): string {
  const { name, values } = writeLeaf(leaf);
  if (values.length === 0) return name;
  return `${name}(${values.map((value) => (PLAIN_VALUE.test(value) ? value : inQuotes(value))).join(', ')})`;
}

function either(scanner: Scanner, where: string, depth: number): Condition {
  const parts = [both(scanner, where, depth)];
  while (scanner.takes('or')) parts.push(both(scanner, where, depth));
  return parts.length === 1 && parts[0] ? parts[0] : { any: parts };
}

function both(scanner: Scanner, where: string, depth: number): Condition {
  const parts = [single(scanner, where, depth)];
  while (scanner.takes('and')) parts.push(single(scanner, where, depth));
  return parts.length === 1 && parts[0] ? parts[0] : { all: parts };
}

function single(scanner: Scanner, where: string, depth: number): Condition {
  // Brackets that close around one part leave no level behind, so the check of the tree does not count them.
  if (depth > BOUNDS.leaves) throw scanner.wrong('too many brackets');
  if (scanner.takes('not')) return { not: single(scanner, where, depth + 1) };
  if (!scanner.takes('(')) return namedLeaf(scanner, where);
  const inner = either(scanner, where, depth + 1);
  if (!scanner.takes(')')) throw scanner.wrong('expected `)`');
  return inner;
}

function namedLeaf(scanner: Scanner, where: string): Leaf {
  const name = scanner.word();
  if (name === undefined) throw scanner.wrong('expected what to look for');
  if (!isTriggerName(name))
    throw badRule(where, `${quoted(name)} is not known. These are: ${ALL_TRIGGERS.join(', ')}.`);
  return readLeaf({ name, values: scanner.takes('(') ? valuesOf(scanner) : [] }, where);
}

function valuesOf(scanner: Scanner): string[] {
  const values: string[] = [];
  do values.push(scanner.value());
  while (scanner.takes(','));
  if (!scanner.takes(')')) throw scanner.wrong('expected `,` or `)`');
  return values;
}
