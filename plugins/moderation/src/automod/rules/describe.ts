import { formatDuration, escaped } from '@twi/sdk';
import { channelMention, inlineCode, roleMention } from 'discord.js';
import type { AutomodAction } from './action.ts';
import { byLeaf, type Condition, type LeafTable } from './condition.ts';
import type { RuleDefinition } from './rule.ts';

const MOST_NAMED = 5;

/** A rule in plain words: `Messages with an invite to another server, except in #ads and by @Mod → delete, warn`. */
export function describeRule({
  condition,
  actions,
  exemptRoleIds,
  exemptChannelIds,
}: RuleDefinition): string {
  const spared = [
    ...(exemptChannelIds.length > 0 ? [`in ${exemptChannelIds.map(channelMention).join(', ')}`] : []),
    ...(exemptRoleIds.length > 0 ? [`by ${exemptRoleIds.map(roleMention).join(', ')}`] : []),
  ];
  const except = spared.length > 0 ? `, except ${spared.join(' and ')}` : '';
  return `Messages ${describeCondition(condition)}${except} → ${actions.map(describeAction).join(', ')}`;
}

function describeCondition(of: Condition): string {
  if ('type' in of) return byLeaf(LEAVES, of);
  if ('not' in of) return `not ${grouped(of.not)}`;
  return 'all' in of ? of.all.map(grouped).join(' and ') : of.any.map(grouped).join(' or ');
}

function grouped(of: Condition): string {
  return 'all' in of || 'any' in of ? `(${describeCondition(of)})` : describeCondition(of);
}

const LEAVES: LeafTable<string> = {
  words: ({ words, loose }) =>
    `with ${words.length === 1 ? 'the word' : 'one of the words'} ${some(words)}${loose ? ' (also l33t and streeetched)' : ''}`,
  regex: ({ pattern }) => `that match ${code(pattern)}`,
  links: ({ mode, domains }) =>
    mode === 'any'
      ? 'with a link'
      : `with a link ${mode === 'deny' ? 'to' : 'other than to'} ${some(domains)}`,
  invites: ({ allowed }) =>
    `with an invite to another server${allowed.length > 0 ? ` (${some(allowed)} are fine)` : ''}`,
  mentions: ({ count, kind }) => `with ${count} or more mentions${kind === 'any' ? '' : ` of ${kind}`}`,
  caps: ({ percent, letters }) => `with ${percent} % capitals in ${letters} or more letters`,
  emoji: ({ count }) => `with ${count} or more emoji`,
  newlines: ({ count }) => `with ${count} or more line breaks`,
  attachments: ({ count, kinds }) =>
    `with ${count === 1 ? 'a file' : `${count} or more files`}${kinds.length > 0 ? ` of the kind ${some(kinds)}` : ''}`,
  duplicates: ({ count, windowMs }) => `written ${count} times in ${formatDuration(windowMs)}`,
  rate: ({ count, windowMs }) => `of members who write ${count} messages in ${formatDuration(windowMs)}`,
  zalgo: ({ marks }) => `with ${marks} or more marks on one letter (zalgo)`,
  'new-account': ({ ageMs }) => `of accounts younger than ${formatDuration(ageMs)}`,
  'new-member': ({ ageMs }) => `of members of less than ${formatDuration(ageMs)}`,
  role: ({ ids }) => `by ${ids.map((id) => roleMention(id)).join(', ')}`,
  channel: ({ ids }) => `in ${ids.map((id) => channelMention(id)).join(', ')}`,
  'discord-automod': ({ kinds }) =>
    `that Discord’s AutoMod caught${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`,
};

/** An action in plain words. */
export function describeAction(action: AutomodAction): string {
  if (action.type === 'timeout') return `time out for ${formatDuration(action.durationMs)}`;
  if (action.type === 'ban')
    return action.durationMs ? `ban for ${formatDuration(action.durationMs)}` : 'ban';
  if (action.type === 'role') return `give ${roleMention(action.roleId)}`;
  if (action.type === 'reply') return `reply "${escaped(action.text)}"`;
  if (action.type === 'log') return action.channelId ? `log in ${channelMention(action.channelId)}` : 'log';
  return action.type;
}

function some(words: readonly string[]): string {
  const named = words.slice(0, MOST_NAMED).map(code).join(', ');
  return words.length > MOST_NAMED ? `${named} and ${words.length - MOST_NAMED} more` : named;
}

const code = (text: string): string => inlineCode(text.replaceAll('`', 'ˋ'));
