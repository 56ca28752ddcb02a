import { snowflake } from '@twi/sdk';
import { z } from 'zod';
import { automodAction } from './action.ts';
import { BOUNDS } from './bounds.ts';
import { condition } from './condition.ts';

const MOST_ACTIONS = 8;

/** What a rule looks for, what it does, and whom it leaves alone. */
export const ruleDefinition = z.strictObject({
  condition,
  actions: z.array(automodAction).min(1).max(MOST_ACTIONS),
  exemptRoleIds: z.array(snowflake).max(BOUNDS.exemptions),
  exemptChannelIds: z.array(snowflake).max(BOUNDS.exemptions),
});

/** Everything about a rule that people decide; what the audit log keeps of it, and undo restores. */
export const ruleContent = z.strictObject({
  name: z.string().trim().min(1).max(BOUNDS.nameLength),
  isEnabled: z.boolean(),
  isDryRun: z.boolean(),
  definition: ruleDefinition,
});

export type RuleDefinition = z.output<typeof ruleDefinition>;
export type RuleContent = z.output<typeof ruleContent>;

/** A rule of a guild. */
export interface Rule extends RuleContent {
  /** Counts from 1 in each guild, and is never given again. */
  readonly number: number;
  /** Goes up with every change. */
  readonly version: number;
}
