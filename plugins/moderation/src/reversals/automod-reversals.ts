import { defineChangeReversal, type ReversalRun } from '@twi/sdk';
import { z } from 'zod';
import type { RuleTransition } from '../automod/rule-book.ts';
import { ruleContent } from '../automod/rules/rule.ts';

const data: z.ZodType<RuleTransition> = z.object({
  number: z.int().positive(),
  before: ruleContent.nullable(),
  after: ruleContent.nullable(),
});

/** How a rule that was added, changed or removed becomes again what it was, if nobody has changed it since. */
export const automodReversal = defineChangeReversal({
  data,
  node: 'moderation.automod',
  replace,
});

async function replace({
  container,
  member,
  data: transition,
}: ReversalRun<RuleTransition>): Promise<string> {
  await container.moderation.automod.rules.replace(transition, member);
  const { number, before, after } = transition;
  const name = (after ?? before)?.name;
  const verb = before === null ? 'is back' : after === null ? 'is removed' : 'is changed back';
  return `Automod rule #${number} "${name}" ${verb}.`;
}
