import { clip, escaped } from '@twi/sdk';
import { bold } from 'discord.js';
import { describeRule } from '../automod/rules/describe.ts';
import type { Rule } from '../automod/rules/rule.ts';

const LONGEST = 700;

/** A rule as a paragraph of a list. */
export function automodRuleLine({ number, name, isEnabled, isDryRun, definition }: Rule): string {
  const state = isEnabled ? (isDryRun ? ' (dry run: only logged)' : '') : ' (off)';
  const words = describeRule(definition);
  return `${bold(`#${number} ${escaped(name)}`)}${state}\n${clip(words, LONGEST)}`;
}
