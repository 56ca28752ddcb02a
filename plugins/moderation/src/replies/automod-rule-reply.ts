import { type PlainReply, reply } from '@twi/sdk';
import { writeExpression } from '../automod/rules/expression.ts';
import type { Rule } from '../automod/rules/rule.ts';
import { automodRuleLine } from './automod-rule-line.ts';

const LONGEST_EXPRESSION = 900;

/** What a manager reads when a rule was added, changed or removed. */
export function automodRuleReply(verb: 'Added' | 'Changed' | 'Removed', rule: Rule): PlainReply {
  const expression = writeExpression(rule.definition.condition);
  const isShort = expression.length <= LONGEST_EXPRESSION && !expression.includes('```');
  return reply.success(`${verb} the rule.\n${automodRuleLine(rule)}`, {
    ...(isShort && { fields: [{ name: 'As an expression', value: `\`\`\`\n${expression}\n\`\`\`` }] }),
  });
}
