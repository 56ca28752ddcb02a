import { clip, type PlainReply, reply, escaped } from '@twi/sdk';
import { bold } from 'discord.js';
import { marked } from '../automod/actions/marked.ts';
import type { Verdict } from '../automod/engine/rule-set.ts';
import { describeAction } from '../automod/rules/describe.ts';

const LONGEST = 3_900;
const LONGEST_FIND = 150;

/** What each rule makes of a text: first those that apply, with what they found marked, then the others. */
export function automodTestReply(content: string, verdicts: readonly Verdict[]): PlainReply {
  if (verdicts.length === 0) return reply.info('There is no rule yet. Add one with `/automod add`.');
  const applying = verdicts.filter(({ hits }) => hits);
  const others = verdicts
    .filter(({ hits }) => !hits)
    .map(({ rule }) => `#${rule.number} ${escaped(rule.name)}`);
  const lines = [
    ...applying.map((verdict) => paragraph(content, verdict)),
    ...(others.length > 0 ? [`No match: ${others.join(', ')}`] : []),
  ].join('\n');
  return reply.info(clip(lines, LONGEST), {
    title: 'Automod test',
  });
}

function paragraph(content: string, { rule, hits = [], isExempt }: Verdict): string {
  const found =
    hits.map(({ what }) => escaped(what).slice(0, LONGEST_FIND)).join(', ') || 'its condition holds';
  const shown = hits.map((hit) => marked(content, hit)).find(Boolean);
  return `${bold(`#${rule.number} ${escaped(rule.name)}`)}: ${found}. ${consequence({ rule, isExempt })}${shown ? `\n> ${shown}` : ''}`;
}

function consequence({ rule, isExempt }: Pick<Verdict, 'rule' | 'isExempt'>): string {
  if (!rule.isEnabled) return 'The rule is off.';
  if (isExempt) return 'They are exempt here.';
  const actions = rule.definition.actions.map(describeAction).join(', ');
  return rule.isDryRun ? `Dry run, so only logged: ${actions}.` : `→ ${actions}`;
}
