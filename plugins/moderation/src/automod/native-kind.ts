import { type AutoModerationActionExecution, AutoModerationRuleTriggerType as Trigger } from 'discord.js';
import type { NATIVE_KINDS } from './rules/condition.ts';

const KINDS: Readonly<Record<Trigger, (typeof NATIVE_KINDS)[number]>> = {
  [Trigger.Keyword]: 'keyword',
  [Trigger.Spam]: 'spam',
  [Trigger.KeywordPreset]: 'preset',
  [Trigger.MentionSpam]: 'mentions',
  [Trigger.MemberProfile]: 'profile',
};

/** What kind of rule of Discord's own AutoMod was broken; kinds that Discord adds later count as keywords. */
export function nativeKindOf({ ruleTriggerType }: Pick<AutoModerationActionExecution, 'ruleTriggerType'>) {
  return KINDS[ruleTriggerType] ?? 'keyword';
}
