import { type Condition, condition } from './condition.ts';
import { readExpression } from './expression.ts';
import { badRule } from './problem.ts';
import { readLeaf } from './read-leaf.ts';
import type { TriggerName } from './trigger-names.ts';

/** What the option `trigger` offers besides the single triggers. */
export const EXPRESSION = 'expression';

/**
 * Reads what the options `trigger` and `values` say. An expression may also be the JSON of a tree.
 *
 * @throws {UserError} `moderation.bad-automod-rule`
 */
export function readCondition(trigger: TriggerName | typeof EXPRESSION, values: string): Condition {
  if (trigger !== EXPRESSION) return readLeaf({ name: trigger, values: valuesOf(trigger, values) }, 'values');
  return values.trimStart().startsWith('{') ? readTree(values) : readExpression(values, 'values');
}

function valuesOf(trigger: TriggerName, values: string): string[] {
  if (values.trim() === '') return [];
  // A pattern may hold commas of its own.
  return trigger === 'regex' ? [values] : values.split(/[,\n]/);
}

function readTree(json: string): Condition {
  const checked = condition.safeParse(parsed(json));
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw badRule(
    'values',
    `the JSON does not fit at ${issue?.path.join('.') || 'its start'}: ${issue?.message}.`,
  );
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw badRule('values', `this is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
