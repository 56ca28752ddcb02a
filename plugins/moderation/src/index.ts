export { moderationPlugin } from './plugin.ts';
export type { RuleContent as AutomodRuleContent } from './automod/rules/rule.ts';
export type { Moderation } from './moderation.ts';
